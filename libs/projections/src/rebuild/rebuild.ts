import type { PoolClient } from 'pg';
import { writeFirstCheckpoints } from '../checkpoints/checkpoints';
import type { Projection } from '../contract/projection';
import { inTransaction } from '../versions/in-transaction';
import { beginVersion, recordBuilt, recordKept, recordProgress, servingVersion } from '../versions/version-registry';
import { createTables, dropVersion, sealTables } from '../versions/version-tables';
import { cleanUp } from './clean-up';
import { feedUntilServing } from './feed-until-serving';
import { type Loaded, loadByKey } from './load-by-key';
import { ProgressMeter, type RebuildProgress } from './progress';
import { withRebuildLock } from './rebuild-lock';
import type { RebuildParts } from './rebuild-parts';

export interface RebuildOptions {
  /** Keep the tables of the version that was replaced, so that compareVersions() can hold the two side by side. */
  readonly keepOld?: boolean;
  /** Called a few times a second. */
  readonly onProgress?: (progress: RebuildProgress) => void;
  /** Gives the rebuild up, soon: it rejects with the signal's reason, and what serves goes on serving. */
  readonly signal?: AbortSignal;
}

export interface Rebuilt {
  readonly version: number;
  /** The version that served before, if any. */
  readonly replaced: number | null;
  /** The head up to which it was loaded; everything after came through the feed. */
  readonly builtTo: number;
  readonly loaded: Loaded;
  /** From an empty schema to durable, indexed tables. */
  readonly seconds: number;
}

/**
 * Builds a projection anew from all events into tables of its own, beside the version that serves, and swaps the two
 * once the new one has caught up. Throws RebuildRunningError where another process is at it. Killed at any moment it
 * leaves the old version serving; the next start clears the rest away.
 */
export function rebuild(parts: RebuildParts, options: RebuildOptions = {}): Promise<Rebuilt> {
  return withRebuildLock(parts.pool, parts.projection.name, (client) => rebuildLocked(client, parts, options));
}

/** The same, for a caller that holds the rebuild lock on `client`. */
export async function rebuildLocked(
  client: PoolClient,
  parts: RebuildParts,
  options: RebuildOptions = {},
): Promise<Rebuilt> {
  const { pool, store, projection } = parts;
  await cleanUp(client, projection.name);
  const began = performance.now();
  const replaced = (await servingVersion(client, projection.name))?.version ?? null;
  const head = await store.head();
  const version = await begin(client, projection);
  const meter = new ProgressMeter({ version, head }, async (progress) => {
    options.signal?.throwIfAborted();
    options.onProgress?.(progress);
    const { events, rate, etaSeconds } = progress;
    if (progress.phase === 'loading')
      await recordProgress(pool, projection.name, version, { events, rate, etaSeconds });
  });
  const loaded = await loadByKey(client, store, projection, version, head, meter);
  await meter.tell('sealing');
  await seal(client, parts, version);
  await finish(client, projection, version, head);
  const seconds = (performance.now() - began) / 1000;
  await meter.tell('catchingUp');
  await feedUntilServing(parts, version, replaced, options.signal);
  if (replaced !== null) await retire(client, projection.name, replaced, options.keepOld === true);
  await meter.tell('done');
  return { version, replaced, builtTo: head, loaded, seconds };
}

/** Entry and tables come into being together: a version on record has a schema, and no schema is without an entry. */
async function begin(client: PoolClient, projection: Projection): Promise<number> {
  return inTransaction(client, async () => {
    const version = await beginVersion(client, projection.name, projection.definition);
    await createTables(client, projection, version);
    return version;
  });
}

async function seal(client: PoolClient, { pool, projection }: RebuildParts, version: number): Promise<void> {
  const second = await pool.connect();
  try {
    await sealTables([client, second], projection, version);
  } finally {
    second.release();
  }
}

async function finish(client: PoolClient, projection: Projection, version: number, head: number): Promise<void> {
  await inTransaction(client, async () => {
    await writeFirstCheckpoints(client, projection.name, version, head);
    await recordBuilt(client, projection.name, version, head);
  });
}

async function retire(client: PoolClient, projection: string, version: number, keep: boolean): Promise<void> {
  if (keep) await recordKept(client, projection, version);
  else await dropVersion(client, projection, version);
}
