const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
/** After the signature: flags and the length of an extension, which no server sends. */
const HEADER_BYTES = SIGNATURE.length + 8;
/** Of a row: its number of columns (two bytes), and the length of its one column (four). */
const PREFIX_BYTES = 6;

/**
 * Takes the one column of each row out of COPY's binary format (the documentation's "Binary Format"), chunk by chunk as
 * they come.
 */
export class BinaryCopy {
  private rest: Buffer = Buffer.alloc(0);
  private headerSeen = false;

  /** The values of the rows that end in this chunk. They are views of it, not copies. */
  push(chunk: Buffer): Buffer[] {
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    let at = this.headerSeen ? 0 : this.pastHeader(bytes);
    const values: Buffer[] = [];
    while (this.headerSeen && at + PREFIX_BYTES <= bytes.length) {
      const end = at + PREFIX_BYTES + bytes.readInt32BE(at + 2);
      if (end > bytes.length) break;
      values.push(bytes.subarray(at + PREFIX_BYTES, end));
      at = end;
    }
    // Two bytes of -1 end the rows; they are shorter than any row's prefix and stay here.
    this.rest = bytes.subarray(at);
    return values;
  }

  private pastHeader(bytes: Buffer): number {
    if (bytes.length < HEADER_BYTES) return 0;
    if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) {
      throw new Error('COPY did not answer in its binary format: is this PostgreSQL?');
    }
    this.headerSeen = true;
    return HEADER_BYTES;
  }
}
