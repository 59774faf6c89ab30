import type { PoolClient } from 'pg';
import { PARTITION_COUNT } from '../partitions/partition-of';
import type { Queryable } from '../versions/version-registry';

/** Positions by partition. */
export type Positions = ReadonlyMap<number, number>;

/** How far one partition of a version is. */
export interface Checkpoint {
  /** The rows hold every event of the partition up to here. */
  readonly position: number;
  /** Offset in the log from which to read on: saves reading, and decides nothing. Null before the log was read. */
  readonly offsetHint: number | null;
  /**
   * Raised by whoever changes under a writer's feet what its memory rests on: a frozen key that goes on, another
   * version that serves.
   */
  readonly revision: number;
}

export type Checkpoints = ReadonlyMap<number, Checkpoint>;

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

/** Of every partition, in their order; empty where there is no such version. */
export async function readFullCheckpoints(db: Queryable, projection: string, version: number): Promise<Checkpoints> {
  const { rows } = await db.query<{ partition: number; position: string; hint: string | null; revision: number }>(
    `SELECT partition, position, offset_hint AS hint, revision
       FROM projections.checkpoints WHERE projection = $1 AND version = $2 ORDER BY partition`,
    [projection, version],
  );
  return new Map(
    rows.map(({ partition, position, hint, revision }) => [
      partition,
      { position: Number(position), offsetHint: hint === null ? null : Number(hint), revision },
    ]),
  );
}

export async function readCheckpoints(db: Queryable, projection: string, version: number): Promise<Positions> {
  return positionsOf(await readFullCheckpoints(db, projection, version));
}

export function positionsOf(checkpoints: Checkpoints): Positions {
  return new Map([...checkpoints].map(([partition, { position }]) => [partition, position]));
}

/** The position up to which all partitions have come. */
export function lowest(positions: Positions): number {
  return positions.size === 0 ? 0 : Math.min(...positions.values());
}

export const NOTIFY_CHANNEL = 'streakline_projections';
