import type { PoolClient } from 'pg';
import { PARTITION_COUNT } from '../partitions/partition-of';
import type { Queryable } from '../versions/version-registry';

/** Positions by partition. */
export type Positions = ReadonlyMap<number, number>;

/** Thrown where another projector moved the checkpoints meanwhile: this one's view of the rows is out of date. */
export class FencedError extends Error {
  constructor(projection: string, version: number) {
    super(
      `Projection "${projection}" version ${version}: another projector moved its checkpoints; this one starts over from them.`,
    );
    this.name = 'FencedError';
  }
}

export async function writeFirstCheckpoints(
  client: PoolClient,
  projection: string,
  version: number,
  position: number,
): Promise<void> {
  await client.query(
    `INSERT INTO projections.checkpoints (projection, version, partition, position)
     SELECT $1, $2, partition, $3 FROM generate_series(0, $4::int - 1) AS partition`,
    [projection, version, position, PARTITION_COUNT],
  );
}

export async function readCheckpoints(db: Queryable, projection: string, version: number): Promise<Positions> {
  const { rows } = await db.query<{ partition: number; position: string }>(
    `SELECT partition, position FROM projections.checkpoints WHERE projection = $1 AND version = $2 ORDER BY partition`,
    [projection, version],
  );
  return new Map(rows.map((row) => [row.partition, Number(row.position)]));
}

/** The position up to which all partitions have come. */
export function lowest(positions: Positions): number {
  return positions.size === 0 ? 0 : Math.min(...positions.values());
}

export const NOTIFY_CHANNEL = 'streakline_projections';

const MOVE = `
  WITH moved AS (
    UPDATE projections.checkpoints AS kept SET position = $5
      FROM unnest($3::int[], $4::bigint[]) AS expected (partition, position)
     WHERE kept.projection = $1 AND kept.version = $2
       AND kept.partition = expected.partition AND kept.position = expected.position
    RETURNING 1)
  SELECT (SELECT count(*)::int FROM moved) AS moved,
         (SELECT version FROM projections.serving WHERE projection = $1) AS serving,
         pg_notify('${NOTIFY_CHANNEL}', $1)`;

/**
 * Moves partitions from where this projector believes them to be to `to`, by compare-and-set: it waits for another
 * projector's open transaction, then throws FencedError if that one has moved any of them. Wakes readers at commit.
 * Returns the version that serves.
 */
export async function moveCheckpoints(
  client: PoolClient,
  of: { readonly projection: string; readonly version: number },
  expected: Positions,
  to: number,
): Promise<number | null> {
  const { rows } = await client.query<{ moved: number; serving: number | null }>({
    name: 'projections:move-checkpoints',
    text: MOVE,
    values: [of.projection, of.version, [...expected.keys()], [...expected.values()], to],
  });
  const answer = rows[0];
  if (answer?.moved !== expected.size) throw new FencedError(of.projection, of.version);
  return answer.serving;
}
