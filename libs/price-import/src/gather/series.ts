/** Numbers a row, in this order. */
const DAY = 0;
const LINE = 1;
const FILE = 2;
const FIGURES = 3;
const WIDTH = 8;
const FIRST_ROWS = 32;

/** The figures of one row; NaN: not given. */
export interface PriceRow {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly line: number;
  /** Place of its file among those imported. */
  readonly file: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}

/** Cash per share that goes ex, or new shares for one old, on a day. */
export interface SeriesFact {
  readonly day: number;
  readonly value: number;
  readonly line: number;
  readonly file: number;
}

/** What the rows of a series have in common. */
export interface SeriesTraits {
  /** As the file writes it, or the reference that was told. */
  readonly symbol: string;
  /** `symbol` is a reference that names the instrument by itself. */
  readonly isRef: boolean;
  /** `symbol` is the ticker of each row's own date, not of the present. */
  readonly isDated: boolean;
  readonly source: string;
  readonly basis: 'raw' | 'splitAdjusted';
  /** What the dividends are told on. */
  readonly dividendBasis: 'raw' | 'splitAdjusted';
}

/**
 * Rows of one symbol, in the order they were read: one block of numbers, since millions of objects would cost ten times
 * the memory.
 */
export class PriceSeries {
  readonly dividends: SeriesFact[] = [];
  readonly splits: SeriesFact[] = [];
  /** The last row that was recorded before those at hand: what a jump at a seam is measured from. */
  before: PriceRow | undefined;
  /** The latest day of all rows there will be. */
  lastDay = Number.NEGATIVE_INFINITY;
  count = 0;
  private block = new Float64Array(FIRST_ROWS * WIDTH);

  constructor(readonly traits: SeriesTraits) {}

  add(day: number, line: number, file: number): number {
    const at = this.count * WIDTH;
    if (at === this.block.length) this.grow();
    this.block[at + DAY] = day;
    this.block[at + LINE] = line;
    this.block[at + FILE] = file;
    this.count += 1;
    if (day > this.lastDay) this.lastDay = day;
    return at;
  }

  /** Of the row that add() answered with. */
  setFigures(at: number, open: number, high: number, low: number, close: number, volume: number): void {
    const { block } = this;
    block[at + FIGURES] = open;
    block[at + FIGURES + 1] = high;
    block[at + FIGURES + 2] = low;
    block[at + FIGURES + 3] = close;
    block[at + FIGURES + 4] = volume;
  }

  holdsSomething(): boolean {
    return this.count > 0 || this.dividends.length > 0 || this.splits.length > 0;
  }

  row(index: number): PriceRow {
    const at = index * WIDTH;
    const figure = (place: number) => this.block[at + place]!;
    return {
      day: figure(DAY),
      line: figure(LINE),
      file: figure(FILE),
      open: figure(FIGURES),
      high: figure(FIGURES + 1),
      low: figure(FIGURES + 2),
      close: figure(FIGURES + 3),
      volume: figure(FIGURES + 4),
    };
  }

  /** Forgets the rows and facts at hand, which were recorded; `last` is the latest of the rows. */
  clear(last: PriceRow | undefined): void {
    this.before = last ?? this.before;
    this.count = 0;
    this.block = new Float64Array(FIRST_ROWS * WIDTH);
    this.dividends.length = 0;
    this.splits.length = 0;
  }

  private grow(): void {
    const larger = new Float64Array(Math.ceil((this.block.length / WIDTH) * 1.6) * WIDTH);
    larger.set(this.block);
    this.block = larger;
  }
}
