import type { EventStore, Subscription } from '@streakline/event-store';
import type { Pool } from 'pg';
import { lowest, type Positions } from '../checkpoints/checkpoints';
import type { Projection } from '../contract/projection';
import { ALL_PARTITIONS } from '../partitions/partition-of';
import { VersionMemory } from './version-memory';
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
  /** Called with the positions of this process's partitions when they were read: it has others, or another moved them. */
  readonly onOwned?: (positions: Positions) => void;
  /** Called after each committed batch. */
  readonly onWritten: (written: Written) => void;
  /** Called where something failed that the feed itself tries again; the next onWritten() or onOwned() says that it is over. */
  readonly onTrouble?: (error: unknown) => void;
}

/** Feeds one version from the store's own feed, all partitions together, from the lowest checkpoint on. */
export interface VersionFeed {
  /** Settles when it ends: resolves after stop(), rejects with what stopped it. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Reads the checkpoints and begins to feed; `positions` are those it begins at. Throws FencedError where the version is
 * no more. Beside the embedded feed below there is `logFeed` (libs/log-feed), which feeds from Kafka.
 */
export type StartFeed = (options: FeedOptions) => Promise<VersionFeed & { readonly positions: Positions }>;

/** The embedded feed. */
export const startFeed: StartFeed = async (options) => {
  const { store, onWritten } = options;
  const { memory, writer } = openVersion(options);
  await memory.read(options.pool);
  const positions = memory.positions;
  options.onOwned?.(positions);
  const subscription: Subscription = store.subscribe({
    after: lowest(positions),
    maxBatch: options.maxBatch ?? DEFAULT_MAX_BATCH,
    handle: async (events) => {
      const newest = events.at(-1);
      if (!newest) return;
      const to = new Map(ALL_PARTITIONS.map((partition) => [partition, newest.position]));
      onWritten(await writer.write({ events, to }));
    },
  });
  return { positions, ended: subscription.ended, stop: () => subscription.stop() };
};

/** What a feed writes with. The memory is to be read before the first batch. */
export function openVersion(options: FeedOptions): { readonly memory: VersionMemory; readonly writer: VersionWriter } {
  const { pool, projection, version } = options;
  const memory = new VersionMemory({ projection: projection.name, version }, options.cacheBytes ?? DEFAULT_CACHE_BYTES);
  return { memory, writer: new VersionWriter(pool, projection, version, memory) };
}
