import { openSources } from '../bytes/open-sources';
import { readHead } from '../detect/file-head';
import { LineSplitter, type LineSink } from '../lines/line-splitter';
import { shownText } from '../lines/shown-text';
import { splitFields } from '../lines/split-fields';
import type { RefusedRow } from '../price-item';
import { PriceFileError } from '../price-file-error';

/** One line's fields as text, as RFC 4180 parts them. */
export interface DelimitedRow {
  readonly kind: 'fields';
  /** From 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

export interface DelimitedOptions {
  readonly signal?: AbortSignal;
  /** One of , ; tab and |. Told by the first lines, if absent. */
  readonly delimiter?: string;
}

/**
 * Any delimited text, its header included, a line at a time in constant memory: gzip and a zip of one file unpacked,
 * byte order mark, CR LF, quotes, blank lines and lines of more than 1 MiB as for files of prices. Throws
 * `PriceFileError` where the file is no such text.
 */
export async function* readDelimited(
  path: string,
  options: DelimitedOptions = {},
): AsyncGenerator<DelimitedRow | RefusedRow> {
  const [source, ...more] = await openSources(path);
  if (source === undefined || more.length > 0) {
    throw new PriceFileError(
      'archive',
      path,
      'The zip holds several files. Unpack it and import the one that is meant.',
    );
  }
  const delimiter = options.delimiter ?? (await readHead(source, options.signal)).delimiter;
  const sink = new FieldSink(source.file, delimiter);
  const splitter = new LineSplitter(sink);
  for await (const chunk of source.chunks(options.signal === undefined ? {} : { signal: options.signal })) {
    splitter.feed(chunk);
    yield* sink.take();
  }
  splitter.finish();
  yield* sink.take();
}

class FieldSink implements LineSink {
  private rows: (DelimitedRow | RefusedRow)[] = [];

  constructor(
    private readonly file: string,
    private readonly delimiter: string,
  ) {}

  take(): readonly (DelimitedRow | RefusedRow)[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  line(bytes: Buffer, from: number, to: number, line: number): void {
    const text = bytes.toString('utf8', from, to);
    const fields = text.includes('\0') ? null : splitFields(text, this.delimiter);
    if (fields === null) {
      const reason = 'A quote is not closed, text follows one that is, or the line holds binary data.';
      this.rows.push({ kind: 'refused', file: this.file, line, text: shownText(bytes, from, to), reason });
    } else if (fields.some((field) => field.trim() !== '')) this.rows.push({ kind: 'fields', line, fields });
  }

  tooLong(beginning: Buffer, line: number): void {
    const reason = 'The line is longer than 1 MiB.';
    this.rows.push({ kind: 'refused', file: this.file, line, text: shownText(beginning), reason });
  }
}
