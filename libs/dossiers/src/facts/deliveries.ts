/** Prices as traded. */
export const RAW = -0x8000_0000;
/** Each bar of the delivery was known at its session's close. */
export const AT_CLOSE = Number.NaN;

export interface Delivery {
  readonly position: number;
  /** Epoch milliseconds, or AT_CLOSE: which instant that is depends on the exchange, which may be learnt later. */
  readonly knownAt: number;
  /** The day up to which splits are in the prices (dayOf), or RAW. */
  readonly basis: number;
  readonly source: string;
}

/** What the bars of one event share, a row an event, in columns: a daily feed has one delivery a session. */
export class Deliveries {
  length = 0;
  position = new Float64Array(4);
  knownAt = new Float64Array(4);
  basis = new Int32Array(4);
  /** Index into `sources`. */
  source = new Uint32Array(4);
  readonly sources: string[] = [];
  private readonly rows = new Map<number, number>();

  has(position: number): boolean {
    return this.rows.has(position);
  }

  /** The row of a delivery; added if its position is new. */
  add(delivery: Delivery): number {
    const known = this.rows.get(delivery.position);
    if (known !== undefined) return known;
    if (this.length === this.position.length) this.grow();
    const row = this.length++;
    this.position[row] = delivery.position;
    this.knownAt[row] = delivery.knownAt;
    this.basis[row] = delivery.basis;
    this.source[row] = this.indexOfSource(delivery.source);
    this.rows.set(delivery.position, row);
    return row;
  }

  get bytes(): number {
    return this.position.length * 24 + this.rows.size * 40;
  }

  private indexOfSource(source: string): number {
    const known = this.sources.indexOf(source);
    return known === -1 ? this.sources.push(source) - 1 : known;
  }

  private grow(): void {
    const capacity = this.length * 2;
    this.position = resized(this.position, new Float64Array(capacity));
    this.knownAt = resized(this.knownAt, new Float64Array(capacity));
    this.basis = resized(this.basis, new Int32Array(capacity));
    this.source = resized(this.source, new Uint32Array(capacity));
  }
}

/** `larger` with `column` at its start. */
export function resized<Column extends Float64Array | Int32Array | Uint32Array>(
  column: Column,
  larger: Column,
): Column {
  larger.set(column);
  return larger;
}
