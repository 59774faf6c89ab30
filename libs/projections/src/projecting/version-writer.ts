import type { Pool, PoolClient } from 'pg';
import type { Positions } from '../checkpoints/checkpoints';
import { moveCheckpoints, type Move } from '../checkpoints/move-checkpoints';
import { type ChangedKey, type Projection, schemaOf } from '../contract/projection';
import type { RowsByTable } from '../contract/table';
import { park, type ParkedEvent } from '../parked/parked-events';
import { type ChangedRows, changesBetween, joined, type RowChanges } from '../rows/row-changes';
import { writeChanges } from '../rows/write-changes';
import type { CachedState } from '../states/state-cache';
import { type Batch, type KeyWork, type Span, sortByKey } from './batch';
import { Breath } from './breath';
import { foldEvents, foldUntilFailure } from './fold-key';
import type { VersionMemory } from './version-memory';

/** Keys loaded and folded at a time: bounds the memory of a batch that concerns many. */
const KEYS_AT_A_TIME = 32;

/*
 * No wait for the disk: rows and checkpoint are lost together if PostgreSQL dies, and then folded again. A process that
 * is frozen in the middle holds the locks on its checkpoints: PostgreSQL ends its session, so that others can go on.
 */
const BEGIN = `BEGIN; SET LOCAL synchronous_commit = off; SET LOCAL idle_in_transaction_session_timeout = '10s'`;

/** What some events change of a key's rows. */
interface Folded {
  readonly changes: RowChanges;
  readonly changed: ChangedKey;
  readonly parked: readonly ParkedEvent[];
}

/** What a committed batch leaves behind. */
export interface Written {
  /** Where the partitions now are: all of the version's on the embedded feed, else those of this process. */
  readonly positions: Positions;
  /** The version that serves, which may be another than the one written to. */
  readonly serving: number | null;
  readonly parked: number;
}

/**
 * Writes batches into one version of a projection: rows, facts, parked events and checkpoints in one transaction. Knows
 * nothing of where events come from: the embedded feed hands it all partitions, the log feed those of its process.
 */
export class VersionWriter {
  private readonly schema: string;

  constructor(
    private readonly pool: Pool,
    private readonly projection: Projection,
    private readonly version: number,
    private readonly memory: VersionMemory,
  ) {
    this.schema = schemaOf(projection.name, version);
  }

  /** Throws FencedError where another projector was here; after any failure the states of its partitions are forgotten. */
  async write(batch: Batch): Promise<Written> {
    const moves = this.memory.movesOf(batch);
    if (moves.length === 0) return this.written(0);
    const client = await this.pool.connect();
    let broken = false;
    try {
      const parked = await this.writeIn(client, batch, moves);
      this.memory.committed(moves, parked);
      return this.written(parked.length);
    } catch (error) {
      this.memory.cache.dropPartitions(moves.map(({ partition }) => partition));
      await client.query('ROLLBACK').catch(() => (broken = true));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  private written(parked: number): Written {
    return { positions: this.memory.positions, serving: this.memory.serving, parked };
  }

  private async writeIn(
    client: PoolClient,
    { events }: Batch,
    moves: readonly Move[],
  ): Promise<readonly ParkedEvent[]> {
    const { projection, version, memory } = this;
    await client.query(BEGIN);
    // First, so that a fenced projector stops before it works, and two never work side by side.
    await memory.notice(client, await moveCheckpoints(client, { projection: projection.name, version }, moves));
    const spans = new Map<number, Span>(moves.map((move) => [move.partition, move]));
    const sorted = sortByKey(projection, events, spans, memory.frozen);
    const { changes, parked } = await this.foldAll(client, sorted.work);
    const allParked = [...sorted.parked, ...parked];
    await writeChanges(client, this.schema, projection.tables, joined(changes));
    await park(client, projection.name, version, allParked);
    await client.query('COMMIT');
    return allParked;
  }

  private async foldAll(client: PoolClient, work: readonly KeyWork[]) {
    const changes: RowChanges[] = [];
    const parked: ParkedEvent[] = [];
    const breath = new Breath(client);
    for (let at = 0; at < work.length; at += KEYS_AT_A_TIME) {
      const some = work.slice(at, at + KEYS_AT_A_TIME);
      const before = await this.statesBefore(client, some);
      const changed: ChangedKey[] = [];
      for (const each of some) {
        await breath.take();
        const folded = await this.fold(client, each, before.get(each.key));
        changes.push(folded.changes);
        parked.push(...folded.parked);
        if (folded.changed.events.length > 0) changed.push(folded.changed);
      }
      if (this.memory.serving === this.version && changed.length > 0) await this.projection.publish?.(client, changed);
    }
    return { changes, parked };
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
    this.memory.cache.set(key, { state: folded.state, rows: folded.rows.rows, size: fold.sizeOf(folded.state) });
    const changed = { key, state: folded.state, events: events.slice(0, events.length - parked.length) };
    return { changes: folded.rows.changes, changed, parked };
  }

  /** States from the cache or from their facts at rest, one look-up a kind. A key without facts is left out. */
  private async statesBefore(client: PoolClient, work: readonly KeyWork[]): Promise<ReadonlyMap<string, CachedState>> {
    const states = new Map<string, CachedState>();
    for (const { key } of work) {
      const cached = this.memory.cache.get(key);
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
}
