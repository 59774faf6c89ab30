import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { UsageError } from '../../failures';

/** One record of a CSV file, with the line that it ends on. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * The records of a CSV file, heading first: quotes, byte order marks and either line end as spreadsheets write them,
 * blanks around cells and empty lines dropped. Each record has as many cells as the heading; a file that cannot be
 * read, or is no CSV, is a UsageError that names the file and the line.
 */
export async function* readCsv(file: string): AsyncGenerator<CsvRow> {
  const parser = parse({ bom: true, info: true, trim: true, skip_empty_lines: true, relax_column_count: true });
  // The parser passes the file's errors on to whoever reads from it, so nothing is left for a callback to do.
  pipeline(createReadStream(file), parser, () => undefined);
  let columns: number | null = null;
  try {
    for await (const { record: cells, info } of parser as AsyncIterable<Parsed>) {
      columns ??= cells.length;
      if (cells.length !== columns)
        throw new UsageError(`${file}:${info.lines}: ${cells.length} cells, where the heading has ${columns}`);
      yield { line: info.lines, cells };
    }
  } catch (error) {
    throw inPlainWords(file, error);
  }
}

function inPlainWords(file: string, error: unknown): unknown {
  if (error instanceof CsvError)
    return new UsageError(`${file}:${String(error['lines'])}: no CSV: ${csvFaults[error.code] ?? error.message}`);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new UsageError(`${file}: there is no such file`);
  if (code === 'EISDIR') return new UsageError(`${file} is a folder, not a file`);
  if (code === 'EACCES') return new UsageError(`${file} may not be read by this user`);
  return error;
}

const csvFaults: Partial<Record<CsvError['code'], string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'something follows a closing quote in its cell',
  INVALID_OPENING_QUOTE: 'a quote stands within a cell; quote the whole cell, and double the quotes in it',
  CSV_MAX_RECORD_SIZE: 'a cell of more than 128,000 characters; a quote may stand open',
};
