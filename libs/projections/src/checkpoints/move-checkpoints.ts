import type { PoolClient } from 'pg';
import { FencedError, NOTIFY_CHANNEL } from './checkpoints';

/** One partition's way, from where a writer believes it to be. */
export interface Move {
  readonly partition: number;
  readonly from: number;
  readonly to: number;
  /** Where the log is to be read on; null leaves what is kept. */
  readonly offsetHint: number | null;
}

/** What the moved checkpoints say. */
export interface Moved {
  /**
   * The version that serves, as of the statement's beginning: of a flip that it had to wait for, only the revisions
   * tell.
   */
  readonly serving: number | null;
  /** By partition, of the rows as they are now. */
  readonly revisions: ReadonlyMap<number, number>;
}

/*
 * RETURNING gives the row that the update came upon after waiting for its lock; the sub-select on `serving` sees the
 * statement's snapshot, which is from before the wait. Hence a flip raises the revisions.
 */
const MOVE = `
  WITH moved AS (
    UPDATE projections.checkpoints AS kept
       SET position = wanted.target, offset_hint = coalesce(wanted.hint, kept.offset_hint)
      FROM unnest($3::int[], $4::bigint[], $5::bigint[], $6::bigint[]) AS wanted (partition, position, target, hint)
     WHERE kept.projection = $1 AND kept.version = $2
       AND kept.partition = wanted.partition AND kept.position = wanted.position
    RETURNING kept.partition, kept.revision)
  SELECT (SELECT array_agg(partition) FROM moved) AS partitions,
         (SELECT array_agg(revision) FROM moved) AS revisions,
         (SELECT version FROM projections.serving WHERE projection = $1) AS serving,
         pg_notify('${NOTIFY_CHANNEL}', $1)`;

const DEADLOCK = '40P01';

/**
 * Moves partitions by compare-and-set: it waits for another projector's open transaction, then throws FencedError if
 * that one has moved any of them. Wakes readers at commit.
 */
export async function moveCheckpoints(
  client: PoolClient,
  of: { readonly projection: string; readonly version: number },
  moves: readonly Move[],
): Promise<Moved> {
  const { rows } = await client
    .query<{ partitions: number[] | null; revisions: number[] | null; serving: number | null }>({
      name: 'projections:move-checkpoints',
      text: MOVE,
      values: [
        of.projection,
        of.version,
        moves.map(({ partition }) => partition),
        moves.map(({ from }) => from),
        moves.map(({ to }) => to),
        moves.map(({ offsetHint }) => offsetHint),
      ],
    })
    .catch((error: unknown) => {
      // Two that hold some of the same partitions lock them in no certain order: one of them is out of date anyway.
      throw isDeadlock(error) ? new FencedError(of.projection, of.version) : error;
    });
  const { partitions, revisions, serving = null } = rows[0] ?? {};
  if ((partitions?.length ?? 0) !== moves.length) throw new FencedError(of.projection, of.version);
  return { serving, revisions: new Map(partitions?.map((partition, at) => [partition, revisions?.[at] ?? 0])) };
}

/** Whether PostgreSQL ended a transaction since it and another waited for each other. */
export function isDeadlock(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === DEADLOCK;
}
