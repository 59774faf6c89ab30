import { dayOf } from './day-number';
import { Deliveries, type Delivery, resized } from './deliveries';

/** The price and volume columns, in the order they are packed. */
export const FIGURES = ['open', 'high', 'low', 'close', 'volume'] as const;
export type Figure = (typeof FIGURES)[number];

/** A delivery's bars as their event holds them. */
export interface BarBatch {
  readonly sessions: readonly string[];
  readonly open?: readonly (number | null)[] | undefined;
  readonly high?: readonly (number | null)[] | undefined;
  readonly low?: readonly (number | null)[] | undefined;
  readonly close: readonly number[];
  readonly volume?: readonly (number | null)[] | undefined;
}

/**
 * Every bar on record, superseded ones too, in columns (48 bytes a bar; no object a bar): as delivered, NaN for "no
 * figure". Rows stand in the order of arrival until sort() puts them by (day, position).
 */
export class BarColumns {
  length = 0;
  day = new Int32Array(0);
  /** Row in `deliveries`. */
  delivery = new Uint32Array(0);
  readonly figures: Record<Figure, Float64Array> = {
    open: new Float64Array(0),
    high: new Float64Array(0),
    low: new Float64Array(0),
    close: new Float64Array(0),
    volume: new Float64Array(0),
  };
  readonly deliveries = new Deliveries();
  private sorted = true;

  /** Appends a delivery's bars, which are in session order. */
  append(delivery: Delivery, batch: BarBatch): void {
    const start = this.reserve(batch.sessions.length);
    const row = this.deliveries.add(delivery);
    const { day, length } = this;
    for (let i = start; i < length; i++) day[i] = dayOf(batch.sessions[i - start]!);
    this.delivery.fill(row, start, length);
    for (const figure of FIGURES) fill(this.figures[figure], start, length, batch[figure]);
    this.noteOrder(start);
  }

  /** Makes room for `count` rows more, counts them in, and answers where they start. */
  reserve(count: number): number {
    const start = this.length;
    const needed = start + count;
    if (needed > this.day.length) this.grow(Math.max(needed, Math.ceil(this.day.length * 1.5)));
    this.length = needed;
    return start;
  }

  /** To be called after rows were written from `start` on, which must be in order among themselves. */
  noteOrder(start: number): void {
    if (start > 0 && start < this.length && this.compare(start - 1, start) > 0) this.sorted = false;
  }

  positionOf(row: number): number {
    return this.deliveries.position[this.delivery[row]!]!;
  }

  /** Puts the rows by (day, position). What they say is unchanged. */
  sort(): void {
    if (this.sorted) return;
    const order = Uint32Array.from({ length: this.length }, (_, row) => row).sort((a, b) => this.compare(a, b));
    this.day = permuted(this.day, order, new Int32Array(this.day.length));
    this.delivery = permuted(this.delivery, order, new Uint32Array(this.day.length));
    for (const figure of FIGURES) {
      this.figures[figure] = permuted(this.figures[figure], order, new Float64Array(this.day.length));
    }
    this.sorted = true;
  }

  /** First row (rows sorted) whose day is not before `day`. */
  firstRowOn(day: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.day[middle]! < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  get bytes(): number {
    return this.day.length * 48 + this.deliveries.bytes;
  }

  private compare(a: number, b: number): number {
    return this.day[a]! - this.day[b]! || this.positionOf(a) - this.positionOf(b);
  }

  private grow(capacity: number): void {
    this.day = resized(this.day, new Int32Array(capacity));
    this.delivery = resized(this.delivery, new Uint32Array(capacity));
    for (const figure of FIGURES) this.figures[figure] = resized(this.figures[figure], new Float64Array(capacity));
  }
}

function fill(column: Float64Array, start: number, end: number, values: readonly (number | null)[] | undefined): void {
  if (values === undefined) {
    column.fill(Number.NaN, start, end);
    return;
  }
  for (let i = start; i < end; i++) {
    const value = values[i - start];
    column[i] = value === null || value === undefined ? Number.NaN : value;
  }
}

function permuted<Column extends Float64Array | Int32Array | Uint32Array>(
  column: Column,
  order: Uint32Array,
  into: Column,
): Column {
  for (let i = 0; i < order.length; i++) into[i] = column[order[i]!]!;
  return into;
}
