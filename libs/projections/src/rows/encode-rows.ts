import type { Row, Table } from '../contract/table';
import { type Cell, copyCell, encodeCell } from './encode-cell';

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

/** The row in COPY's text format, without its line end. */
export function lineOf(cells: EncodedRow): string {
  let line = '';
  for (let at = 0; at < cells.length; at += 1) line += (at === 0 ? '' : '\t') + copyCell(cells[at] ?? null);
  return line;
}
