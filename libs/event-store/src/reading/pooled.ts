const MOST = 50_000;

/**
 * One value for each text that repeats. A part cut out of a chunk of text keeps the whole chunk in memory for as long
 * as anybody holds the part; what comes out of here was made of a copy.
 */
export class Pooled<T> {
  private readonly values = new Map<string, T>();

  constructor(private readonly make: (text: string) => T) {}

  get(text: string): T {
    const known = this.values.get(text);
    if (known !== undefined) return known;
    if (this.values.size >= MOST) this.values.clear();
    const copy = Buffer.from(text).toString();
    const value = this.make(copy);
    this.values.set(copy, value);
    return value;
  }
}

const UUID_LENGTH = 36;
const scratch = Buffer.allocUnsafe(UUID_LENGTH);

/** The quickest way to a copy of a UUID. */
export function copyOfUuid(part: string): string {
  scratch.write(part, 'latin1');
  return scratch.toString('latin1');
}
