import type { PoolClient } from 'pg';
import type { Queryable } from '../versions/version-registry';

/** An event that could not be folded into its key, or that came after one. */
export interface ParkedEvent {
  readonly key: string;
  readonly position: number;
  readonly reason: string;
}

/** Keys that are frozen, each with the position of its first parked event. Later events of theirs are parked too. */
export type FrozenKeys = Map<string, number>;

export async function readFrozenKeys(db: Queryable, projection: string, version: number): Promise<FrozenKeys> {
  const { rows } = await db.query<{ key: string; position: string }>(
    `SELECT key, min(position) AS position FROM projections.parked WHERE projection = $1 AND version = $2 GROUP BY key`,
    [projection, version],
  );
  return new Map(rows.map((row) => [row.key, Number(row.position)]));
}

export async function park(
  client: PoolClient,
  projection: string,
  version: number,
  events: readonly ParkedEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await client.query(
    `INSERT INTO projections.parked (projection, version, key, position, reason)
     SELECT $1, $2, key, position, reason FROM unnest($3::text[], $4::bigint[], $5::text[]) AS given (key, position, reason)
     ON CONFLICT DO NOTHING`,
    [
      projection,
      version,
      events.map((e) => e.key),
      events.map((e) => e.position),
      events.map((e) => e.reason.replaceAll('\0', '')),
    ],
  );
}

export function frozenReason(since: number): string {
  return `The key is frozen since its event at position ${since} was parked.`;
}
