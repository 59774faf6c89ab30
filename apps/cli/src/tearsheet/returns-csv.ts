import { UsageError } from '../failures';
import { dateIn, numberIn, type Place, where } from '../study/on-files/cells';
import { type CsvRow, readCsv } from '../study/on-files/read-csv';

/** One series of returns from a file. */
export interface ReturnsCsv {
  readonly dates: readonly string[];
  readonly returns: readonly number[];
}

interface Before {
  readonly day: number;
  readonly line: number;
}

/** Reads `date,return` (the second column's name is free, capitals are too): anything else is a UsageError that names file and line. */
export async function readReturnsCsv(file: string): Promise<ReturnsCsv> {
  const dates: string[] = [];
  const returns: number[] = [];
  let column: string | null = null;
  let before: Before | null = null;
  for await (const row of readCsv(file)) {
    if (column === null) {
      column = headingOf(row, file);
      continue;
    }
    before = dayAfter(before, row, file);
    dates.push(row.cells[0]!);
    returns.push(returnIn(row.cells[1]!, { file, line: row.line, column }));
  }
  if (column === null) throw new UsageError(`${file} is empty: it begins with the heading date,return`);
  if (dates.length === 0) throw new UsageError(`${file} has a heading and no rows`);
  return { dates, returns };
}

function headingOf({ line, cells }: CsvRow, file: string): string {
  const [first = '', second = ''] = cells;
  if (/^\d{4}-\d{2}-\d{2}$/.test(first))
    throw new UsageError(`${file}:${line}: there is no heading; begin the file with the line date,return`);
  if (/^date[;\t|]/i.test(first))
    throw new UsageError(
      `${file}:${line}: cells are separated by '${first.charAt(4)}'; write commas, and points in numbers`,
    );
  if (first.toLowerCase() !== 'date') throw new UsageError(`${file}:${line}: the first column is '${first}', not date`);
  if (cells.length !== 2)
    throw new UsageError(`${file}:${line}: ${cells.length} columns; give two, date and the return of that date`);
  return second === '' ? 'return' : second;
}

function dayAfter(before: Before | null, { line, cells }: CsvRow, file: string): Before {
  const place = { file, line, column: 'date' };
  const day = dateIn(cells[0]!, place);
  if (before !== null && day === before.day)
    throw new UsageError(`${where(place)} ${cells[0]!} stands on line ${before.line} already`);
  if (before !== null && day < before.day)
    throw new UsageError(
      `${where(place)} ${cells[0]!} is before the date on line ${before.line}; sort the rows by date`,
    );
  return { day, line };
}

function returnIn(text: string, place: Place): number {
  if (text === '' || /^(nan|na|null|none)$/i.test(text))
    throw new UsageError(
      `${where(place)} there is no return${text === '' ? '' : ` in '${text}'`}; leave the row out, or write 0 where nothing was gained`,
    );
  if (/%$/.test(text)) throw new UsageError(`${where(place)} '${text}' is in percent; write fractions, 0.01 for 1%`);
  if (/^[+-]?\d*,\d+$/.test(text))
    throw new UsageError(`${where(place)} '${text}' has a decimal comma; write a point, 0.01`);
  const value = numberIn(text, place);
  if (value < -1)
    throw new UsageError(`${where(place)} ${text} loses more than all; write fractions, -0.02 for two percent down`);
  return value;
}
