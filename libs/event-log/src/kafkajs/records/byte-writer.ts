/** Texts up to this length are written character by character, which beats a call out of JavaScript. */
const SHORT = 96;
/** UTF-8 takes at most three bytes for a UTF-16 unit. */
const MOST_BYTES_A_UNIT = 3;
const LONGEST_VARINT = 5;

/** Bytes in the order of Kafka's protocol, in one buffer that grows: integers big end first, varints zig-zag. */
export class ByteWriter {
  private bytes: Buffer;
  private at = 0;

  constructor(size: number) {
    this.bytes = Buffer.allocUnsafe(size);
  }

  get length(): number {
    return this.at;
  }

  /** What was written; a view of the buffer, which must not be written to after. */
  get written(): Buffer {
    return this.bytes.subarray(0, this.at);
  }

  int8(value: number): void {
    this.makeRoom(1);
    this.bytes[this.at++] = value;
  }

  int16(value: number): void {
    this.makeRoom(2);
    this.at = this.bytes.writeInt16BE(value, this.at);
  }

  int32(value: number): void {
    this.makeRoom(4);
    this.at = this.bytes.writeInt32BE(value, this.at);
  }

  int64(value: number): void {
    this.makeRoom(8);
    this.at = this.bytes.writeBigInt64BE(BigInt(value), this.at);
  }

  varint(value: number): void {
    this.makeRoom(LONGEST_VARINT);
    this.at = putVarint(this.bytes, this.at, value);
  }

  /** A text with its length before it as int16; null as -1. */
  text16(text: string | null): void {
    const length = text === null ? -1 : Buffer.byteLength(text);
    this.int16(length);
    if (text === null) return;
    this.makeRoom(length);
    this.at += this.bytes.write(text, this.at, length, 'utf8');
  }

  /** Bytes, or a text in UTF-8, with their length before them as varint; null as -1. */
  content(content: Buffer | string | null): void {
    if (content === null) this.varint(-1);
    else if (typeof content !== 'string') this.blob(content);
    else if (content.length > SHORT || !this.ascii(content)) this.utf8(content);
  }

  /** Leaves out four bytes that int32At() fills in later. */
  skip32(): number {
    this.makeRoom(4);
    this.at += 4;
    return this.at - 4;
  }

  int32At(at: number, value: number): void {
    this.bytes.writeInt32BE(value | 0, at);
  }

  /**
   * Writes what `body` writes, with its length before it as varint. The length is known only afterwards: two bytes are
   * kept for it, which fit 64 to 8,191, and any other length moves the body.
   */
  sized(body: () => void): void {
    const guess = 2;
    this.makeRoom(LONGEST_VARINT);
    const start = this.at;
    this.at += guess;
    body();
    const length = this.at - start - guess;
    const needed = varintSize(length);
    if (needed !== guess) {
      this.makeRoom(LONGEST_VARINT);
      this.bytes.copyWithin(start + needed, start + guess, this.at);
      this.at += needed - guess;
    }
    putVarint(this.bytes, start, length);
  }

  private blob(content: Buffer): void {
    this.makeRoom(content.length + LONGEST_VARINT);
    this.varint(content.length);
    this.bytes.set(content, this.at);
    this.at += content.length;
  }

  private utf8(text: string): void {
    const length = Buffer.byteLength(text);
    this.makeRoom(length + LONGEST_VARINT);
    this.varint(length);
    this.at += this.bytes.write(text, this.at, length, 'utf8');
  }

  /** False, and nothing written, where the text is not all ASCII. */
  private ascii(text: string): boolean {
    const { length } = text;
    this.makeRoom(length * MOST_BYTES_A_UNIT + LONGEST_VARINT);
    const { bytes } = this;
    let at = putVarint(bytes, this.at, length);
    for (let index = 0; index < length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit > 127) return false;
      bytes[at++] = unit;
    }
    this.at = at;
    return true;
  }

  private makeRoom(needed: number): void {
    if (this.at + needed <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.at + needed));
    this.bytes.copy(larger, 0, 0, this.at);
    this.bytes = larger;
  }
}

function zigzag(value: number): number {
  return ((value << 1) ^ (value >> 31)) >>> 0;
}

function putVarint(bytes: Buffer, start: number, value: number): number {
  let at = start;
  let rest = zigzag(value);
  for (; rest > 127; rest >>>= 7) bytes[at++] = (rest & 127) | 128;
  bytes[at++] = rest;
  return at;
}

function varintSize(value: number): number {
  let size = 1;
  for (let rest = zigzag(value) >>> 7; rest > 0; rest >>>= 7) size += 1;
  return size;
}
