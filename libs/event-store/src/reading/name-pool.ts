const MOST = 50_000;

/**
 * One string for each name that repeats. A part cut out of a chunk of text keeps the whole chunk in memory for as long
 * as anybody holds the part; what comes out of here is a copy.
 */
export class NamePool {
  private readonly names = new Map<string, string>();

  get(name: string): string {
    const known = this.names.get(name);
    if (known !== undefined) return known;
    if (this.names.size >= MOST) this.names.clear();
    const copy = copyOf(name);
    this.names.set(copy, copy);
    return copy;
  }
}

export function copyOf(part: string): string {
  return Buffer.from(part).toString();
}
