import type { PoolClient } from 'pg';
import { type Projection, schemaOf } from '../contract/projection';
import { inTransaction } from './in-transaction';

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** Makes the version's schema and its tables: unlogged and without any index, as a rebuild wants to load them. */
export async function createTables(client: PoolClient, projection: Projection, version: number): Promise<void> {
  const schema = schemaOf(projection.name, version);
  await client.query(`CREATE SCHEMA ${schema}`);
  for (const table of projection.tables) {
    const columns = Object.entries(table.columns).map(
      // Bytewise order for text: the same on every machine, and the order in which ISO 8601 sorts.
      ([name, type]) =>
        `"${name}" ${type}${type === 'text' ? ' COLLATE "C"' : ''}${table.primaryKey.includes(name) ? ' NOT NULL' : ''}`,
    );
    await client.query(`CREATE UNLOGGED TABLE ${schema}.${table.name} (${columns.join(', ')})`);
  }
}

/**
 * Makes loaded tables durable, then indexes them (the other way round every index would be built twice). An unlogged
 * table is empty after a crash of PostgreSQL, so this belongs before the swap.
 */
export async function sealTables(client: PoolClient, projection: Projection, version: number): Promise<void> {
  const schema = schemaOf(projection.name, version);
  for (const table of projection.tables) {
    const name = `${schema}.${table.name}`;
    await client.query(`ALTER TABLE ${name} SET LOGGED`);
    await client.query(`ALTER TABLE ${name} ADD PRIMARY KEY (${quoted(table.primaryKey)})`);
    for (const index of table.indexes ?? []) {
      await client.query(`CREATE INDEX ON ${name} USING ${index.method ?? 'btree'} (${quoted(index.columns)})`);
    }
    await client.query(`ANALYZE ${name}`);
  }
}

/** Removes a version for good: its tables, its checkpoints, its parked events and its entry. */
export async function dropVersion(client: PoolClient, projectionName: string, version: number): Promise<void> {
  await inTransaction(client, async () => {
    for (const table of ['checkpoints', 'parked', 'versions']) {
      await client.query(`DELETE FROM projections.${table} WHERE projection = $1 AND version = $2`, [
        projectionName,
        version,
      ]);
    }
    await client.query(`DROP SCHEMA IF EXISTS ${schemaOf(projectionName, version)} CASCADE`);
  });
}
