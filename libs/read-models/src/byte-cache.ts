/** Keeps what was used last, up to a number of bytes as its entries count them; one larger than all of it is kept alone. */
export class ByteCache<Value> {
  private readonly entries = new Map<string, { readonly value: Value; readonly bytes: number }>();
  private held = 0;

  constructor(private readonly mostBytes: number) {}

  get(key: string): Value | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined) return undefined;
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: Value, bytes: number): void {
    this.held += bytes - (this.entries.get(key)?.bytes ?? 0);
    this.entries.delete(key);
    this.entries.set(key, { value, bytes });
    for (const [oldest, entry] of this.entries) {
      if (this.held <= this.mostBytes || oldest === key) return;
      this.entries.delete(oldest);
      this.held -= entry.bytes;
    }
  }

  get bytes(): number {
    return this.held;
  }
}
