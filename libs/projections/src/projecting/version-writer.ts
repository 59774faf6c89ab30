import type { Pool, PoolClient } from 'pg';
import { moveCheckpoints, type Positions } from '../checkpoints/checkpoints';
import { type Projection, schemaOf } from '../contract/projection';
import type { RowsByTable } from '../contract/table';
import { type FrozenKeys, park, type ParkedEvent } from '../parked/parked-events';
import { type ChangedRows, changesBetween, joined, type RowChanges } from '../rows/row-changes';
import { writeChanges } from '../rows/write-changes';
import type { CachedState, StateCache } from '../states/state-cache';
import { type Batch, type KeyWork, sortByKey } from './batch';
import { foldEvents, foldUntilFailure } from './fold-key';

/** Keys loaded and folded at a time: bounds the memory of a batch that concerns many. */
const KEYS_AT_A_TIME = 32;

/** What some events change of a key's rows. */
interface Folded {
  readonly changes: RowChanges;
  readonly parked: readonly ParkedEvent[];
}

/** What a committed batch leaves behind. */
export interface Written {
  /** Where the partitions now are. */
  readonly positions: Positions;
  /** The version that serves, which may be another than the one written to. */
  readonly serving: number | null;
  readonly parked: number;
}

/**
 * Writes batches into one version of a projection: rows, facts, parked events and checkpoints in one transaction. Knows
 * nothing of where events come from: the embedded feed hands it all partitions, a Kafka consumer its own.
 */
export class VersionWriter {
  private readonly schema: string;

  constructor(
    private readonly pool: Pool,
    private readonly projection: Projection,
    private readonly version: number,
    private readonly cache: StateCache,
    private readonly frozen: FrozenKeys,
  ) {
    this.schema = schemaOf(projection.name, version);
  }

  /** Throws FencedError where another projector was here; after any failure the states of its partitions are forgotten. */
  async write(batch: Batch): Promise<Written> {
    const behind = new Map([...batch.positions].filter(([, position]) => position < batch.upTo));
    const client = await this.pool.connect();
    let broken = false;
    try {
      return await this.writeIn(client, batch, behind);
    } catch (error) {
      this.cache.dropPartitions(behind.keys());
      await client.query('ROLLBACK').catch(() => (broken = true));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  private async writeIn(client: PoolClient, batch: Batch, behind: Positions): Promise<Written> {
    // No wait for the disk: rows and checkpoint are lost together if PostgreSQL dies, and then folded again.
    await client.query('BEGIN; SET LOCAL synchronous_commit = off');
    // First, so that a fenced projector stops before it works, and two never work side by side.
    const serving = await moveCheckpoints(
      client,
      { projection: this.projection.name, version: this.version },
      behind,
      batch.upTo,
    );
    const sorted = sortByKey(this.projection, { ...batch, positions: behind }, this.frozen);
    const changes: RowChanges[] = [];
    const parked = [...sorted.parked];
    for (let at = 0; at < sorted.work.length; at += KEYS_AT_A_TIME) {
      const some = sorted.work.slice(at, at + KEYS_AT_A_TIME);
      const before = await this.statesBefore(client, some);
      for (const work of some) {
        const folded = await this.fold(client, work, before.get(work.key));
        changes.push(folded.changes);
        parked.push(...folded.parked);
      }
    }
    await writeChanges(client, this.schema, this.projection.tables, joined(changes));
    await park(client, this.projection.name, this.version, parked);
    await client.query('COMMIT');
    this.freeze(parked);
    const positions = new Map([...batch.positions].map(([partition, at]) => [partition, Math.max(at, batch.upTo)]));
    return { positions, serving, parked: parked.length };
  }

  /** Folds a key's events into its state, which goes to the cache: a failed transaction drops it from there. */
  private async fold(client: PoolClient, work: KeyWork, before: CachedState | undefined): Promise<Folded> {
    const { key, fold, events } = work;
    const { tables } = this.projection;
    const rowsOf = (after: RowsByTable): ChangedRows => changesBetween(tables, before?.rows ?? {}, after);
    let folded;
    let parked: readonly ParkedEvent[] = [];
    try {
      folded = foldEvents(fold, events, before ? before.state : fold.empty(key), rowsOf);
    } catch {
      const stopped = await foldUntilFailure(fold, key, events, () => this.loadOne(client, work), rowsOf);
      folded = stopped;
      parked = stopped.parked;
    }
    this.cache.set(key, { state: folded.state, rows: folded.rows.rows, size: fold.sizeOf(folded.state) });
    return { changes: folded.rows.changes, parked };
  }

  /** States from the cache or from their facts at rest, one look-up a kind. A key without facts is left out. */
  private async statesBefore(client: PoolClient, work: readonly KeyWork[]): Promise<ReadonlyMap<string, CachedState>> {
    const states = new Map<string, CachedState>();
    for (const { key } of work) {
      const cached = this.cache.get(key);
      if (cached) states.set(key, cached);
    }
    const missing = work.filter(({ key }) => !states.has(key));
    for (const fold of new Set(missing.map((item) => item.fold))) {
      const keys = missing.filter((item) => item.fold === fold).map((item) => item.key);
      for (const [key, state] of await fold.load(client, this.schema, keys)) {
        states.set(key, { state, rows: fold.rows(state), size: fold.sizeOf(state) });
      }
    }
    return states;
  }

  private async loadOne(client: PoolClient, { key, fold }: KeyWork): Promise<unknown> {
    return (await fold.load(client, this.schema, [key])).get(key) ?? fold.empty(key);
  }

  private freeze(parked: readonly ParkedEvent[]): void {
    for (const { key, position } of parked) this.frozen.set(key, Math.min(position, this.frozen.get(key) ?? position));
  }
}
