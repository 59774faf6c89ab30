import type { Pool, PoolClient } from 'pg';
import { lowest, readCheckpoints } from '../checkpoints/checkpoints';
import { type Projection, schemaOf } from '../contract/projection';

export interface RowDifference {
  readonly table: string;
  /** The version that has the row; the other one has not, or not the same. */
  readonly onlyIn: number;
  /** The row as PostgreSQL writes it. */
  readonly row: string;
}

export interface Comparison {
  readonly equal: boolean;
  /** Positions of the two versions: rows of different positions differ by right. */
  readonly positions: readonly [number, number];
  /** Rows compared, by table. */
  readonly rows: Readonly<Record<string, readonly [number, number]>>;
  /** The first 100. */
  readonly differences: readonly RowDifference[];
}

const MOST_DIFFERENCES = 100;

/** Holds two versions of a projection side by side, row by row, in every table, as of one moment. */
export async function compareVersions(
  pool: Pool,
  projection: Projection,
  first: number,
  second: number,
): Promise<Comparison> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const positions = [
      lowest(await readCheckpoints(client, projection.name, first)),
      lowest(await readCheckpoints(client, projection.name, second)),
    ] as const;
    const rows: Record<string, readonly [number, number]> = {};
    const differences: RowDifference[] = [];
    for (const { name } of projection.tables) {
      const tables = [
        `${schemaOf(projection.name, first)}.${name}`,
        `${schemaOf(projection.name, second)}.${name}`,
      ] as const;
      rows[name] = [await count(client, tables[0]), await count(client, tables[1])];
      for (const row of await onlyIn(client, tables[0], tables[1]))
        differences.push({ table: name, onlyIn: first, row });
      for (const row of await onlyIn(client, tables[1], tables[0]))
        differences.push({ table: name, onlyIn: second, row });
    }
    return { equal: differences.length === 0, positions, rows, differences: differences.slice(0, MOST_DIFFERENCES) };
  } finally {
    await client.query('ROLLBACK').catch(() => undefined);
    client.release();
  }
}

async function count(client: PoolClient, table: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${table}`);
  return Number(rows[0]?.count);
}

// json has no equality of its own; the text of a whole row has, and doubles are written so that they round-trip.
async function onlyIn(client: PoolClient, table: string, other: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ row: string }>(
    `SELECT kept::text AS row FROM ${table} AS kept EXCEPT ALL SELECT other::text FROM ${other} AS other LIMIT ${MOST_DIFFERENCES}`,
  );
  return rows.map(({ row }) => row);
}
