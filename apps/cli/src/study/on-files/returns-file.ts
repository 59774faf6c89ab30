import { UsageError } from '../../failures';
import { type Place, dateIn, numberIn } from './cells';
import { readCsv, type CsvRow } from './read-csv';

/** A file of returns: a row a day, a column a firm or a factor. */
export interface ReturnsFile {
  readonly file: string;
  /** Days since 1970-01-01 of each row, ascending. */
  readonly days: Int32Array;
  /** By the name in the heading, in its order; NaN where the cell is empty. */
  readonly columns: ReadonlyMap<string, Float64Array>;
}

/**
 * Reads `date,NAME,NAME...`: dates ascending and each once, finite numbers or empty cells, at least one row. Anything
 * else is a UsageError with file and line.
 */
export async function readReturns(file: string): Promise<ReturnsFile> {
  let names: readonly string[] | null = null;
  const days: number[] = [];
  const values: number[][] = [];
  let before: { day: number; line: number } | null = null;
  for await (const row of readCsv(file)) {
    if (names === null) {
      names = headingOf(row, file);
      for (let column = 0; column < names.length; column++) values.push([]);
      continue;
    }
    const day = dateAfter(before, row, file);
    before = { day, line: row.line };
    days.push(day);
    for (let column = 0; column < names.length; column++)
      values[column]!.push(numberIn(row.cells[column + 1]!, { file, line: row.line, column: names[column]! }));
  }
  if (names === null) throw new UsageError(`${file} is empty: it begins with a heading such as date,MKT,FIRM`);
  if (days.length === 0) throw new UsageError(`${file} has a heading and no rows`);
  const columns = new Map(names.map((name, column) => [name, Float64Array.from(values[column]!)] as const));
  return { file, days: Int32Array.from(days), columns };
}

function headingOf({ line, cells }: CsvRow, file: string): readonly string[] {
  const [first, ...names] = cells;
  if (first !== 'date') throw new UsageError(`${file}:${line}: the first column is '${first ?? ''}', not date`);
  if (names.length === 0) throw new UsageError(`${file}:${line}: no column beside date: name the firms and the market`);
  const seen = new Set<string>(['date']);
  names.forEach((name, index) => {
    if (name === '') throw new UsageError(`${file}:${line}: column ${index + 2} has no name`);
    if (seen.has(name)) throw new UsageError(`${file}:${line}: two columns are named ${name}`);
    seen.add(name);
  });
  return names;
}

function dateAfter(before: { day: number; line: number } | null, { line, cells }: CsvRow, file: string): number {
  const text = cells[0]!;
  const place: Place = { file, line, column: 'date' };
  const day = dateIn(text, place);
  if (before !== null && day === before.day)
    throw new UsageError(`${file}:${line}: date: ${text} stands on line ${before.line} already`);
  if (before !== null && day < before.day)
    throw new UsageError(
      `${file}:${line}: date: ${text} is before the date on line ${before.line}; sort the rows by date`,
    );
  return day;
}
