import type { ByteSource } from '../bytes/byte-source';
import { LineSplitter } from '../lines/line-splitter';
import { shownText } from '../lines/shown-text';
import { sniffDelimiter } from '../lines/sniff-delimiter';
import { splitFields } from '../lines/split-fields';
import { PriceFileError } from '../price-file-error';

const MOST_BYTES = 2 ** 19;
const MOST_LINES = 2_000;
const LINES_FOR_DELIMITER = 50;

export interface HeadRow {
  /** Its line in the file, from 1. */
  readonly number: number;
  readonly fields: readonly string[];
}

/** How a text begins: all that formats are recognised by. */
export interface FileHead {
  readonly file: string;
  /** The last part of its name: `AMZN.csv`. */
  readonly name: string;
  readonly delimiter: string;
  /** Up to 2,000 lines that hold something, as fields. */
  readonly rows: readonly HeadRow[];
  /** The first row's fields, trimmed and in lower case. */
  readonly header: readonly string[];
}

/** Reads a head, or throws `PriceFileError` where the file is no text of fields. */
export async function readHead(source: ByteSource, signal?: AbortSignal): Promise<FileHead> {
  const { file, name } = source;
  const lines = await firstLines(source, signal);
  const first = lines[0];
  if (first === undefined) throw new PriceFileError('empty', file, 'The file holds no text. Fetch it again.');
  refuseMarkup(file, first.text);
  const told = /^sep=(.)$/i.exec(first.text)?.[1];
  const rest = told === undefined ? lines : lines.slice(1);
  const texts = rest.slice(0, LINES_FOR_DELIMITER).map(({ text }) => text);
  const delimiter = told ?? sniffDelimiter(texts);
  if (delimiter === null) throw noFields(file, first.text);
  const rows = rest.flatMap(({ number, text }): HeadRow[] => {
    const fields = splitFields(text, delimiter);
    return fields === null ? [] : [{ number, fields }];
  });
  const header = (rows[0]?.fields ?? []).map((field) => field.trim().toLowerCase());
  return { file, name, delimiter, rows, header };
}

interface HeadLine {
  readonly number: number;
  readonly text: string;
}

async function firstLines(source: ByteSource, signal?: AbortSignal): Promise<HeadLine[]> {
  const lines: HeadLine[] = [];
  const splitter = new LineSplitter({
    line: (bytes, from, to, number) => {
      if (lines.length < MOST_LINES) lines.push({ number, text: bytes.toString('utf8', from, to) });
    },
    tooLong: () => {
      if (lines.length === 0) throw noLines(source.file);
    },
  });
  let read = 0;
  for await (const chunk of source.chunks(signal === undefined ? {} : { signal })) {
    refuseBinary(source.file, chunk);
    splitter.feed(chunk);
    read += chunk.length;
    if (read >= MOST_BYTES && lines.length === 0) throw noLines(source.file);
    if (read >= MOST_BYTES || lines.length >= MOST_LINES) return lines;
  }
  splitter.finish();
  return lines;
}

function noLines(file: string): PriceFileError {
  return new PriceFileError(
    'unreadable',
    file,
    'Its first line does not end within half a MiB, so it is no table of prices.',
  );
}

function refuseBinary(file: string, chunk: Buffer): void {
  if (chunk.includes(0)) {
    throw new PriceFileError('binary', file, 'It is binary data, not text. Save it as CSV (UTF-8).');
  }
  if (chunk.includes(13) && !chunk.includes(10)) {
    const detail = 'Its lines end with CR alone, as on old Macs. Save it again with LF or CR LF.';
    throw new PriceFileError('encoding', file, detail);
  }
}

function refuseMarkup(file: string, first: string): void {
  if (/^\s*<(?:!doctype|html|head|\?xml)/i.test(first)) {
    const detail =
      'It is a web page, as vendors send when they refuse a download. Open it to see why, and fetch it again.';
    throw new PriceFileError('wrongFormat', file, detail);
  }
  if (/^\s*[{[]/.test(first)) {
    const detail = 'It is JSON. Ask the vendor for CSV (Alpha Vantage: datatype=csv; Tiingo: format=csv).';
    throw new PriceFileError('wrongFormat', file, detail);
  }
}

function noFields(file: string, first: string): PriceFileError {
  const shown = shownText(Buffer.from(first));
  return new PriceFileError(
    'unknownFormat',
    file,
    `No comma, semicolon, tab or bar parts its lines into fields. The first line is "${shown}".`,
  );
}
