import type { Row, Table } from '../contract/table';
import { encodeCell } from './encode-cell';

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
