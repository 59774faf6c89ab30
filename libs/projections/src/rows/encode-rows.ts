import type { Row, Table } from '../contract/table';
import { type Cell, encodeCell } from './encode-cell';

/** A row's cells in the order of its table's columns. */
export type EncodedRow = readonly Cell[];

/** Throws UnfitValueError where a column cannot hold its value. */
export function encodeRow(table: Table, row: Row): EncodedRow {
  const cells: Cell[] = [];
  for (const column in table.columns) {
    cells.push(encodeCell(table.name, column, table.columns[column] ?? 'text', row[column]));
  }
  return cells;
}
