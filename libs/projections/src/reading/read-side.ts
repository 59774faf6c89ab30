import type { EventStore } from '@streakline/event-store';
import type { Pool, PoolClient } from 'pg';
import { lowest, readCheckpoints } from '../checkpoints/checkpoints';
import { schemaOf } from '../contract/projection';
import { servingVersion } from '../versions/version-registry';
import { LaggingError } from './lagging-error';
import { WakeUps } from './wake-ups';

/** The read models as of one moment: all that `client` sees rests on the same position. */
export interface ReadView {
  /** In a REPEATABLE READ READ ONLY transaction. */
  readonly client: PoolClient;
  /** Schema of the version that serves, safe to put into SQL. */
  readonly schema: string;
  /** Every event up to this one is in the rows. */
  readonly position: number;
  readonly projectionVersion: number;
  /** Of the version that serves: after an upgrade an older one serves until the rebuild is done, without what is new in the rows. */
  readonly definition: number;
  /** Position of the newest event when the reading began. */
  readonly head: number;
}

export interface ReadOptions {
  /** Wait, for a bounded time, until the rows are this far. */
  readonly minPosition?: number | undefined;
}

const DEFAULT_WAIT_MS = 5_000;
// A version was swapped and dropped between the look at `serving` and the look at its tables.
const VERSION_GONE = new Set(['42P01', '3F000']);

/** Answers questions from the version of a projection that serves. */
export class ReadSide {
  private readonly wakeUps: WakeUps;

  constructor(
    private readonly parts: {
      readonly pool: Pool;
      readonly store: EventStore;
      readonly projection: string;
      readonly waitMs?: number;
    },
  ) {
    this.wakeUps = new WakeUps(parts.pool, parts.projection);
  }

  /** Runs `work` on one consistent view. Throws LaggingError where the rows do not come as far as `minPosition` in time. */
  async read<T>(options: ReadOptions, work: (view: ReadView) => Promise<T>): Promise<T> {
    const minPosition = options.minPosition ?? 0;
    const first = await this.attempt(minPosition, work);
    if (first.done) return first.answer;
    const deadline = Date.now() + (this.parts.waitMs ?? DEFAULT_WAIT_MS);
    return this.wakeUps.during(async () => {
      for (;;) {
        const next = this.wakeUps.next();
        const attempt = await this.attempt(minPosition, work);
        if (attempt.done) return attempt.answer;
        if (Date.now() >= deadline) throw new LaggingError(attempt.position, attempt.head, minPosition);
        await next;
      }
    });
  }

  /** Position of the newest event, whether the rows have come to it or not. */
  head(): Promise<number> {
    return this.parts.store.head();
  }

  /** Position of the newest event recorded at or before an instant (epoch milliseconds); 0 where there is none. */
  recordedBy(instant: number): Promise<number> {
    return this.parts.store.recordedBy(instant);
  }

  private async attempt<T>(minPosition: number, work: (view: ReadView) => Promise<T>): Promise<Attempt<T>> {
    try {
      return await this.attemptOnce(minPosition, work);
    } catch (error) {
      if (!isVersionGone(error)) throw error;
      return this.attemptOnce(minPosition, work);
    }
  }

  private async attemptOnce<T>(minPosition: number, work: (view: ReadView) => Promise<T>): Promise<Attempt<T>> {
    const { pool, store, projection } = this.parts;
    // Before the client is taken: the store takes one too, and readers that hold one while they wait for another starve the pool.
    const head = await store.head();
    const client = await pool.connect();
    let broken = false;
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const serving = await servingVersion(client, projection);
      if (!serving) return { done: false, position: 0, head };
      const position = lowest(await readCheckpoints(client, projection, serving.version));
      if (position < minPosition) return { done: false, position, head };
      const schema = schemaOf(projection, serving.version);
      const { version: projectionVersion, definition } = serving;
      const view = { client, schema, position, projectionVersion, definition, head: Math.max(head, position) };
      return { done: true, answer: await work(view) };
    } finally {
      await client.query('ROLLBACK').catch(() => (broken = true));
      client.release(broken);
    }
  }
}

type Attempt<T> =
  | { readonly done: true; readonly answer: T }
  | { readonly done: false; readonly position: number; readonly head: number };

function isVersionGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && VERSION_GONE.has(String(error.code));
}
