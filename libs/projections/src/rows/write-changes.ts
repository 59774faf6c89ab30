import type { PoolClient } from 'pg';
import type { Table } from '../contract/table';
import type { EncodedRow } from './encode-rows';
import { primaryKeyCells } from './primary-key';
import type { RowChanges } from './row-changes';

/** Writes changed rows: a statement a table and kind of change, whatever the number of rows. */
export async function writeChanges(
  client: PoolClient,
  schema: string,
  tables: readonly Table[],
  changes: RowChanges,
): Promise<void> {
  for (const table of tables) {
    const { upserts = [], deletes = [] } = changes.get(table.name) ?? {};
    if (deletes.length > 0) await deleteRows(client, schema, table, deletes.map(primaryKeyCells));
    if (upserts.length > 0) await upsertRows(client, schema, table, upserts);
  }
}

/*
 * Values travel as one array of text a column and are cast on the server: the same text that COPY writes in a rebuild,
 * so that a row is the same whichever way it came.
 */
function columnsOf(rows: readonly (readonly (string | null)[])[], count: number): (string | null)[][] {
  return Array.from({ length: count }, (_, column) => rows.map((cells) => cells[column] ?? null));
}

const quoted = (name: string): string => `"${name}"`;
const parameters = (count: number): string => Array.from({ length: count }, (_, at) => `$${at + 1}::text[]`).join(', ');
const aliases = (count: number): string => Array.from({ length: count }, (_, at) => `c${at}`).join(', ');

async function upsertRows(
  client: PoolClient,
  schema: string,
  table: Table,
  rows: readonly EncodedRow[],
): Promise<void> {
  const names = Object.keys(table.columns);
  const casts = names.map((name, at) => `c${at}::${table.columns[name]}`).join(', ');
  const others = names.filter((name) => !table.primaryKey.includes(name));
  const set = others.map((name) => `${quoted(name)} = excluded.${quoted(name)}`).join(', ');
  const sql = `INSERT INTO ${schema}.${table.name} (${names.map(quoted).join(', ')})
    SELECT ${casts} FROM unnest(${parameters(names.length)}) AS given(${aliases(names.length)})
    ON CONFLICT (${table.primaryKey.map(quoted).join(', ')}) DO ${set === '' ? 'NOTHING' : `UPDATE SET ${set}`}`;
  await client.query({
    name: statementName('upsert', schema, table),
    text: sql,
    values: columnsOf(rows, names.length),
  });
}

async function deleteRows(
  client: PoolClient,
  schema: string,
  table: Table,
  keys: readonly (readonly string[])[],
): Promise<void> {
  const match = table.primaryKey
    .map((name, at) => `kept.${quoted(name)} = c${at}::${table.columns[name]}`)
    .join(' AND ');
  const count = table.primaryKey.length;
  const sql = `DELETE FROM ${schema}.${table.name} AS kept
    USING unnest(${parameters(count)}) AS given(${aliases(count)}) WHERE ${match}`;
  await client.query({ name: statementName('delete', schema, table), text: sql, values: columnsOf(keys, count) });
}

// Prepared once a connection: planning costs as much as running for a handful of rows.
function statementName(kind: string, schema: string, table: Table): string {
  return `${kind}:${schema}.${table.name}`.slice(0, 63);
}
