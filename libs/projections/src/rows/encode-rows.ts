import type { Row, RowsByTable, Table } from '../contract/table';
import { type Cell, copyCell, encodeCell } from './encode-cell';

/** A row's cells in the order of its table's columns. */
export type EncodedRow = readonly Cell[];

/** Rows of one key: per table, COPY lines by primary key. Equal text is an equal row. */
export type LinesByTable = ReadonlyMap<string, ReadonlyMap<string, string>>;

const KEY_SEPARATOR = '\0';

export function encodeRow(table: Table, row: Row): EncodedRow {
  const cells: Cell[] = [];
  for (const column in table.columns)
    cells.push(encodeCell(table.name, column, table.columns[column] ?? 'text', row[column]));
  return cells;
}

/** The row in COPY's text format, without its line end. */
export function lineOf(cells: EncodedRow): string {
  let line = '';
  for (let at = 0; at < cells.length; at += 1) line += (at === 0 ? '' : '\t') + copyCell(cells[at] ?? null);
  return line;
}

/** The primary key of a row as one text. */
export function primaryKeyOf(table: Table, row: Row): string {
  return table.primaryKey
    .map((column) => {
      const cell = encodeCell(table.name, column, table.columns[column] ?? 'text', row[column]);
      if (cell === null) throw new Error(`Table "${table.name}": primary key column "${column}" is empty.`);
      return cell;
    })
    .join(KEY_SEPARATOR);
}

/** Cells of a primary key made by primaryKeyOf(). */
export function primaryKeyCells(primaryKey: string): readonly string[] {
  return primaryKey.split(KEY_SEPARATOR);
}

export interface EncodedRows {
  readonly lines: LinesByTable;
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, EncodedRow>>;
  /** Approximate bytes that `lines` holds in memory. */
  readonly size: number;
}

const ROW_OVERHEAD_BYTES = 120;

/** Encodes all rows of one key. Throws where two rows of it claim the same primary key, or a table is unknown. */
export function encodeRows(tables: readonly Table[], rows: RowsByTable): EncodedRows {
  const unknown = Object.keys(rows).find((name) => !tables.some((table) => table.name === name));
  if (unknown !== undefined) throw new Error(`Rows for the table "${unknown}", which the projection does not have.`);
  const lines = new Map<string, ReadonlyMap<string, string>>();
  const cells = new Map<string, ReadonlyMap<string, EncodedRow>>();
  let size = 0;
  for (const table of tables) {
    const encoded = encodeTable(table, rows[table.name] ?? []);
    lines.set(table.name, encoded.lines);
    cells.set(table.name, encoded.cells);
    size += encoded.size;
  }
  return { lines, cells, size };
}

function encodeTable(table: Table, rows: readonly Row[]) {
  const lines = new Map<string, string>();
  const cells = new Map<string, EncodedRow>();
  let size = 0;
  for (const row of rows) {
    const primaryKey = primaryKeyOf(table, row);
    if (lines.has(primaryKey)) {
      throw new Error(
        `Two rows of table "${table.name}" have the primary key ${primaryKeyCells(primaryKey).join(', ')}.`,
      );
    }
    const encoded = encodeRow(table, row);
    const line = lineOf(encoded);
    lines.set(primaryKey, line);
    cells.set(primaryKey, encoded);
    size += line.length + primaryKey.length + ROW_OVERHEAD_BYTES;
  }
  return { lines, cells, size };
}
