import type { PoolClient } from 'pg';
import { type Projection, schemaOf } from '../contract/projection';
import type { Table } from '../contract/table';
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
 * Makes loaded tables durable, then indexes them (the other way round every index would be built twice): one after the
 * other on each connection, so that two make the largest table's wait the whole of it. An unlogged table is empty after a
 * crash of PostgreSQL, so this belongs before the swap.
 */
export async function sealTables(
  clients: readonly PoolClient[],
  projection: Projection,
  version: number,
): Promise<void> {
  const left = [...(await largestFirst(clients[0]!, projection, version))];
  const lanes = clients.map(async (client) => {
    for (let table = left.shift(); table !== undefined; table = left.shift())
      await sealTable(client, projection, version, table);
  });
  // All of them, also where one fails: no connection is given back while it is still at work.
  for (const lane of await Promise.allSettled(lanes)) if (lane.status === 'rejected') throw lane.reason;
}

async function sealTable(client: PoolClient, projection: Projection, version: number, table: Table): Promise<void> {
  const name = `${schemaOf(projection.name, version)}.${table.name}`;
  await client.query(`ALTER TABLE ${name} SET LOGGED`);
  await client.query(`ALTER TABLE ${name} ADD PRIMARY KEY (${quoted(table.primaryKey)})`);
  for (const index of table.indexes ?? []) {
    await client.query(`CREATE INDEX ON ${name} USING ${index.method ?? 'btree'} (${quoted(index.columns)})`);
  }
  await client.query(`ANALYZE ${name}`);
}

async function largestFirst(client: PoolClient, projection: Projection, version: number): Promise<readonly Table[]> {
  const { rows } = await client.query<{ name: string; size: string }>(
    `SELECT relname AS name, pg_relation_size(oid) AS size FROM pg_class
      WHERE relnamespace = $1::regnamespace AND relkind = 'r'`,
    [schemaOf(projection.name, version)],
  );
  const sizes = new Map(rows.map(({ name, size }) => [name, Number(size)]));
  return projection.tables.toSorted((a, b) => (sizes.get(b.name) ?? 0) - (sizes.get(a.name) ?? 0));
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
