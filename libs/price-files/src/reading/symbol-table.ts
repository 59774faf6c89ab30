const MOST_SYMBOLS = 200_000;
const LONGEST_SYMBOL = 32;
/** Printable, so that no terminal obeys it. */
const SYMBOL = /^[^\p{Cc}]{1,32}$/u;

/** The symbols of one path by number, found by their bytes: neighbouring rows are mostly of one symbol. */
export class SymbolTable {
  readonly names: string[] = [];
  private readonly byName = new Map<string, number>();
  private last = Buffer.alloc(0);
  private lastIndex = -1;

  /** Its number; -1 where it is empty, too long, not printable, or the table is full. */
  indexOf(bytes: Buffer, from: number, to: number, endsWith?: string): number {
    if (this.lastIndex !== -1 && this.isLast(bytes, from, to)) return this.lastIndex;
    if (to - from > LONGEST_SYMBOL + 8) return -1;
    const written = bytes.toString('utf8', from, to).trim();
    const cut = endsWith !== undefined && written.toUpperCase().endsWith(endsWith);
    const index = this.indexOfName(cut ? written.slice(0, -endsWith.length) : written);
    if (index !== -1) {
      this.last = Buffer.from(bytes.subarray(from, to));
      this.lastIndex = index;
    }
    return index;
  }

  indexOfName(name: string): number {
    const known = this.byName.get(name);
    if (known !== undefined) return known;
    if (!SYMBOL.test(name) || this.names.length >= MOST_SYMBOLS) return -1;
    this.byName.set(name, this.names.length);
    return this.names.push(name) - 1;
  }

  private isLast(bytes: Buffer, from: number, to: number): boolean {
    const { last } = this;
    if (last.length !== to - from) return false;
    for (let at = 0; at < last.length; at += 1) if (last[at] !== bytes[from + at]) return false;
    return true;
  }
}
