const MOST = 50_000;

/**
 * One value for each text that repeats. A part cut out of a chunk of text keeps the whole chunk in memory for as long
 * as anybody holds the part; what comes out of here was made of a copy.
 */
export class Pooled<T> {
  private readonly entries = new Map<string, Entry<T>>();
  // Read by key or by stream, a column mostly repeats itself: to compare is quicker than to hash.
  private last: Entry<T> | undefined;

  constructor(private readonly make: (text: string) => T) {}

  get(text: string): T {
    if (this.last?.text === text) return this.last.value;
    this.last = this.entries.get(text) ?? this.add(text);
    return this.last.value;
  }

  private add(text: string): Entry<T> {
    if (this.entries.size >= MOST) this.entries.clear();
    const copy = Buffer.from(text).toString();
    const entry = { text: copy, value: this.make(copy) };
    this.entries.set(copy, entry);
    return entry;
  }
}

interface Entry<T> {
  readonly text: string;
  readonly value: T;
}

const UUID_LENGTH = 36;
const scratch = Buffer.allocUnsafe(UUID_LENGTH);

/** The quickest way to a copy of a UUID. */
export function copyOfUuid(part: string): string {
  scratch.write(part, 'latin1');
  return scratch.toString('latin1');
}
