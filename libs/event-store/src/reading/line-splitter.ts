const NEWLINE = 10;

/** Cuts a stream of bytes into whole lines; keeps what is left of the last one for the next chunk. */
export class LineSplitter {
  private rest: Buffer[] = [];

  /** The text of all lines that end in this chunk, joined by newlines; undefined if none does. */
  push(chunk: Buffer): string | undefined {
    const end = chunk.lastIndexOf(NEWLINE);
    if (end === -1) {
      this.rest.push(chunk);
      return undefined;
    }
    const whole = chunk.subarray(0, end);
    const text =
      this.rest.length === 0 ? whole.toString('utf8') : Buffer.concat([...this.rest, whole]).toString('utf8');
    this.rest = end + 1 < chunk.length ? [chunk.subarray(end + 1)] : [];
    return text;
  }
}
