import type { PoolClient } from 'pg';
import type { Table } from '../contract/table';
import type { EncodedRow } from './encode-rows';
import { primaryKeyCells } from './primary-key';
import type { RowChanges } from './row-changes';

/** One part of the statement: what it does, and its parameters (a column of texts each). */
interface Part {
  readonly name: string;
  readonly sql: (parameters: readonly string[]) => string;
  readonly values: readonly (readonly (string | null)[])[];
}

/**
 * Writes changed rows of all tables in one statement: a live batch mostly changes a row here and there, and then every
 * way to the server and back counts.
 */
export async function writeChanges(
  client: PoolClient,
  schema: string,
  tables: readonly Table[],
  changes: RowChanges,
): Promise<void> {
  const parts = tables.flatMap((table, at) => partsOf(schema, table, at, changes));
  if (parts.length === 0) return;
  let count = 0;
  const clauses = parts.map(({ name, sql, values }) => {
    const parameters = values.map(() => `$${(count += 1)}::text[]`);
    return `${name} AS (${sql(parameters)})`;
  });
  const name = `${schema}:${parts.map((part) => part.name).join('')}`;
  await client.query({
    // Prepared once a connection and combination: planning costs as much as running for a handful of rows. PostgreSQL
    // cuts longer names short, which could make two one.
    ...(name.length < 64 ? { name } : {}),
    text: `WITH ${clauses.join(', ')} SELECT 1`,
    values: parts.flatMap(({ values }) => values),
  });
}

function partsOf(schema: string, table: Table, at: number, changes: RowChanges): readonly Part[] {
  const { upserts = [], deletes = [] } = changes.get(table.name) ?? {};
  return [
    ...(deletes.length > 0 ? [deleting(schema, table, `d${at}`, deletes.map(primaryKeyCells))] : []),
    ...(upserts.length > 0 ? [upserting(schema, table, `u${at}`, upserts)] : []),
  ];
}

/*
 * Values travel as one array of text a column and are cast on the server: the same text that COPY writes in a rebuild,
 * so that a row is the same whichever way it came.
 */
function columnsOf(rows: readonly (readonly (string | null)[])[], count: number): (string | null)[][] {
  return Array.from({ length: count }, (_, column) => rows.map((cells) => cells[column] ?? null));
}

const quoted = (name: string): string => `"${name}"`;
const given = (parameters: readonly string[]): string =>
  `unnest(${parameters.join(', ')}) AS given(${parameters.map((_, at) => `c${at}`).join(', ')})`;

function upserting(schema: string, table: Table, name: string, rows: readonly EncodedRow[]): Part {
  const columns = Object.keys(table.columns);
  const casts = columns.map((column, at) => `c${at}::${table.columns[column]}`).join(', ');
  const others = columns.filter((column) => !table.primaryKey.includes(column));
  const set = others.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(', ');
  return {
    name,
    sql: (parameters) => `INSERT INTO ${schema}.${table.name} (${columns.map(quoted).join(', ')})
      SELECT ${casts} FROM ${given(parameters)}
      ON CONFLICT (${table.primaryKey.map(quoted).join(', ')}) DO ${set === '' ? 'NOTHING' : `UPDATE SET ${set}`}`,
    values: columnsOf(rows, columns.length),
  };
}

function deleting(schema: string, table: Table, name: string, keys: readonly (readonly string[])[]): Part {
  const match = table.primaryKey
    .map((column, at) => `kept.${quoted(column)} = c${at}::${table.columns[column]}`)
    .join(' AND ');
  return {
    name,
    sql: (parameters) => `DELETE FROM ${schema}.${table.name} AS kept USING ${given(parameters)} WHERE ${match}`,
    values: columnsOf(keys, table.primaryKey.length),
  };
}
