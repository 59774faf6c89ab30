import { splitFields } from '../lines/split-fields';

const QUOTE = 34;

/** Where the fields of a line begin and end. Lines without quotes, nearly all, are parted where they lie in memory. */
export class FieldLocator {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** What `starts` and `ends` point into. */
  bytes: Buffer = Buffer.alloc(0);
  private readonly separator: number;

  constructor(
    private readonly delimiter: string,
    private readonly most: number,
  ) {
    this.starts = new Int32Array(most + 1);
    this.ends = new Int32Array(most + 1);
    this.separator = delimiter.charCodeAt(0);
  }

  /** How many fields there are, up to one more than expected; -1: quotes that do not close. */
  locate(bytes: Buffer, from: number, to: number): number {
    const { starts, ends, separator, most } = this;
    let count = 0;
    let start = from;
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at];
      if (byte === separator) {
        starts[count] = start;
        ends[count] = at;
        if (count === most) return most + 1;
        count += 1;
        start = at + 1;
      } else if (byte === QUOTE) return this.locateQuoted(bytes.toString('utf8', from, to));
    }
    starts[count] = start;
    ends[count] = to;
    this.bytes = bytes;
    return count + 1;
  }

  private locateQuoted(line: string): number {
    const fields = splitFields(line, this.delimiter);
    if (fields === null) return -1;
    const bytes = Buffer.from(fields.join(''), 'utf8');
    let at = 0;
    fields.slice(0, this.most + 1).forEach((field, index) => {
      this.starts[index] = at;
      at += Buffer.byteLength(field, 'utf8');
      this.ends[index] = at;
    });
    this.bytes = bytes;
    return Math.min(fields.length, this.most + 1);
  }
}
