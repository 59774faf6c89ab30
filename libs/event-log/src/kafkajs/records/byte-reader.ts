/** The bytes end where more are needed, or a number in them is none. */
export class DamagedBytes extends Error {
  override readonly name = 'DamagedBytes';
}

const LONGEST_VARLONG = 10;

/** Reads what ByteWriter writes. */
export class ByteReader {
  constructor(
    readonly bytes: Buffer,
    public at = 0,
  ) {}

  get left(): number {
    return this.bytes.length - this.at;
  }

  int8(): number {
    return this.bytes.readInt8(this.forward(1));
  }

  int16(): number {
    return this.bytes.readInt16BE(this.forward(2));
  }

  int32(): number {
    return this.bytes.readInt32BE(this.forward(4));
  }

  bigint64(): bigint {
    return this.bytes.readBigInt64BE(this.forward(8));
  }

  /** Beyond 2^53, which no offset and no time reaches, digits are lost. */
  int64(): number {
    const start = this.forward(8);
    return this.bytes.readInt32BE(start) * 2 ** 32 + this.bytes.readUInt32BE(start + 4);
  }

  /** Zig-zag, of up to 64 bits; as exact as int64(). */
  varint(): number {
    const { bytes } = this;
    // Lengths and small numbers are one or two bytes.
    const first = bytes[this.at];
    if (first !== undefined && first < 128) {
      this.at += 1;
      return (first >>> 1) ^ -(first & 1);
    }
    return this.longVarint();
  }

  /** A text with its length before it as int16. */
  text16(): string {
    const length = this.int16();
    const start = this.forward(Math.max(0, length));
    return this.bytes.toString('utf8', start, this.at);
  }

  /** Bytes with their length before them as varint: a view. */
  blob(): Buffer | null {
    const length = this.varint();
    if (length < 0) return null;
    const start = this.forward(length);
    return this.bytes.subarray(start, this.at);
  }

  /** Passes over some bytes; answers where they begin. */
  forward(length: number): number {
    const start = this.at;
    if (start + length > this.bytes.length) throw new DamagedBytes(`${length} bytes are missing at ${start}`);
    this.at = start + length;
    return start;
  }

  private longVarint(): number {
    let [value, scale] = [0, 1];
    for (let count = 0; count < LONGEST_VARLONG; count += 1) {
      const byte = this.bytes[this.forward(1)]!;
      value += (byte & 127) * scale;
      scale *= 128;
      if (byte < 128) return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    }
    throw new DamagedBytes(`the number at ${this.at} is longer than 64 bits`);
  }
}
