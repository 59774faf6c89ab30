/** Longer lines are passed over in constant memory. A table of 1,000 tickers' bars has lines of about 100 KiB. */
export const LONGEST_LINE = 2 ** 20;
const SHOWN = 200;
const [LF, CR] = [10, 13];

export interface LineSink {
  /** A line's bytes, without its end; they stand only during the call. */
  line(bytes: Buffer, from: number, to: number, number: number): void;
  /** A line that is too long to be kept, with how it begins. */
  tooLong(beginning: Buffer, number: number): void;
}

/** Parts chunks into lines that end with LF or CR LF, keeping no more than one line. A leading byte order mark is left out. */
export class LineSplitter {
  /** Of the line that is under way, counted from 1. */
  private number = 1;
  private carried: Buffer[] = [];
  private carriedBytes = 0;
  private tooLong = false;
  private begun = false;
  /** Whether all text so far ended with a line end. */
  endedCleanly = true;

  constructor(private readonly sink: LineSink) {}

  feed(chunk: Buffer): void {
    let from = this.begun ? 0 : lengthOfMark(chunk);
    this.begun = true;
    if (chunk.length > from) this.endedCleanly = chunk[chunk.length - 1] === LF;
    for (let end = chunk.indexOf(LF, from); end !== -1; end = chunk.indexOf(LF, from)) {
      if (this.carriedBytes === 0 && !this.tooLong) this.give(chunk, from, end);
      else this.giveCarried(chunk, from, end);
      from = end + 1;
    }
    if (from < chunk.length) this.carry(chunk, from, chunk.length);
  }

  /** The last line, where it has no end. */
  finish(): void {
    if (this.carriedBytes > 0 || this.tooLong) this.giveCarried(Buffer.alloc(0), 0, 0);
  }

  private give(bytes: Buffer, from: number, to: number): void {
    const end = to > from && bytes[to - 1] === CR ? to - 1 : to;
    if (end > from) this.sink.line(bytes, from, end, this.number);
    this.number += 1;
  }

  private giveCarried(chunk: Buffer, from: number, to: number): void {
    this.carry(chunk, from, to);
    const line = Buffer.concat(this.carried);
    const tooLong = this.tooLong;
    this.carried = [];
    this.carriedBytes = 0;
    this.tooLong = false;
    if (!tooLong) {
      this.give(line, 0, line.length);
      return;
    }
    this.sink.tooLong(line, this.number);
    this.number += 1;
  }

  private carry(chunk: Buffer, from: number, to: number): void {
    if (this.tooLong || to === from) return;
    this.carried.push(Buffer.from(chunk.subarray(from, to)));
    this.carriedBytes += to - from;
    if (this.carriedBytes <= LONGEST_LINE) return;
    this.carried = [Buffer.concat(this.carried).subarray(0, SHOWN)];
    this.tooLong = true;
  }
}

function lengthOfMark(chunk: Buffer): number {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? 3 : 0;
}
