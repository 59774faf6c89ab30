import type { EventStore, Subscription } from '@streakline/event-store';
import type { Pool } from 'pg';
import { FencedError, lowest, type Positions, readCheckpoints } from '../checkpoints/checkpoints';
import type { Projection } from '../contract/projection';
import { readFrozenKeys } from '../parked/parked-events';
import { StateCache } from '../states/state-cache';
import { VersionWriter, type Written } from './version-writer';

const DEFAULT_CACHE_BYTES = 256 * 1024 * 1024;
const DEFAULT_MAX_BATCH = 500;

export interface FeedOptions {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly projection: Projection;
  readonly version: number;
  /** Approximate bytes of states held in memory. */
  readonly cacheBytes?: number;
  /** Events a transaction, at most. */
  readonly maxBatch?: number;
  /** Called after each committed batch. */
  readonly onWritten: (written: Written) => void;
}

/** Feeds one version from the store's own feed, all partitions together, from the lowest checkpoint on. */
export interface VersionFeed {
  /** Settles when it ends: resolves after stop(), rejects with what stopped it. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Reads the checkpoints and begins to feed. Throws FencedError where the version is no more. */
export async function startFeed(options: FeedOptions): Promise<VersionFeed & { readonly positions: Positions }> {
  const { pool, store, projection, version, onWritten } = options;
  let positions = await readCheckpoints(pool, projection.name, version);
  if (positions.size === 0) throw new FencedError(projection.name, version);
  const frozen = await readFrozenKeys(pool, projection.name, version);
  const cache = new StateCache(options.cacheBytes ?? DEFAULT_CACHE_BYTES);
  const writer = new VersionWriter(pool, projection, version, cache, frozen);
  const subscription: Subscription = store.subscribe({
    after: lowest(positions),
    maxBatch: options.maxBatch ?? DEFAULT_MAX_BATCH,
    handle: async (events) => {
      const newest = events.at(-1);
      if (!newest) return;
      const written = await writer.write({ events, upTo: newest.position, positions });
      positions = written.positions;
      onWritten(written);
    },
  });
  return { positions, ended: subscription.ended, stop: () => subscription.stop() };
}
