import type { Row, RowsByTable, Table } from '../contract/table';
import { encodeCell } from './encode-cell';

/** The rows of one key, per table by primary key. */
export type KeyedRows = ReadonlyMap<string, ReadonlyMap<string, Row>>;

// Text cells cannot hold it.
const SEPARATOR = '\0';

/** The primary key of a row as one text. */
export function primaryKeyOf(table: Table, row: Row): string {
  let primaryKey = '';
  for (const column of table.primaryKey) {
    const cell = encodeCell(table.name, column, table.columns[column] ?? 'text', row[column]);
    if (cell === null) throw new Error(`Table "${table.name}": the primary key's column "${column}" is empty.`);
    primaryKey += primaryKey === '' ? cell : SEPARATOR + cell;
  }
  return primaryKey;
}

/** Cells of a primary key made by primaryKeyOf(). */
export function primaryKeyCells(primaryKey: string): readonly string[] {
  return primaryKey.split(SEPARATOR);
}

/** Throws where two rows claim the same primary key, or a table is none of the projection's. */
export function keyedRows(tables: readonly Table[], rows: RowsByTable): KeyedRows {
  const unknown = Object.keys(rows).find((name) => !tables.some((table) => table.name === name));
  if (unknown !== undefined) throw new Error(`Rows for the table "${unknown}", which the projection does not have.`);
  return new Map(tables.map((table) => [table.name, byPrimaryKey(table, rows[table.name] ?? [])]));
}

function byPrimaryKey(table: Table, rows: readonly Row[]): ReadonlyMap<string, Row> {
  const keyed = new Map<string, Row>();
  for (const row of rows) keyed.set(primaryKeyOf(table, row), row);
  if (keyed.size !== rows.length) throw new Error(`Two rows of the table "${table.name}" have the same primary key.`);
  return keyed;
}
