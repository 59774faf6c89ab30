import type { Cell, Table } from './table';

const NEEDS_QUOTES = /[",\r\n]/;

/** A table as CSV (RFC 4180): a line of names, then a line a row. Null is an empty field, an empty text `""`. */
export async function* csvLines<Row>({ columns, rows }: Table<Row>): AsyncGenerator<string, void, void> {
  yield `${columns.map(({ name }) => field(name)).join(',')}\r\n`;
  for await (const row of rows) yield `${columns.map((column) => field(column.of(row))).join(',')}\r\n`;
}

function field(cell: Cell): string {
  if (typeof cell === 'string')
    return cell === '' || NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  if (typeof cell === 'number' && !Number.isFinite(cell)) return '';
  return cell === null ? '' : String(cell);
}
