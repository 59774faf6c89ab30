import type { Queryable } from '../versions/version-registry';

/** A key of a version that serves, frozen since one of its events could not be folded. */
export interface ParkedKey {
  readonly projection: string;
  readonly version: number;
  readonly key: string;
  /** Of the event that could not be folded. */
  readonly position: number;
  readonly reason: string;
  /** Events that wait: that one, and those of the key after it. */
  readonly events: number;
  /** When the first was parked, in epoch milliseconds. */
  readonly at: number;
}

/** Keys that are frozen in the versions that serve, of one projection or of all, the oldest position first. */
export async function listParked(db: Queryable, projection?: string): Promise<readonly ParkedKey[]> {
  const { rows } = await db.query<Omit<ParkedKey, 'position' | 'at'> & { position: string; at: string }>(
    `SELECT projection, version, key, min(position) AS position, (array_agg(reason ORDER BY position))[1] AS reason,
            count(*)::int AS events, (extract(epoch FROM min(at)) * 1000)::bigint AS at
       FROM projections.parked JOIN projections.serving USING (projection, version)
      WHERE projection = coalesce($1, projection)
      GROUP BY projection, version, key ORDER BY min(position), key`,
    [projection ?? null],
  );
  return rows.map((row) => ({ ...row, position: Number(row.position), at: Number(row.at) }));
}
