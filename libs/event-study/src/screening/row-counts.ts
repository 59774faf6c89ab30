import type { ReturnSeries, StudyEvent, WindowDays } from '../panel/panel';
import { likelySplit } from './likely-split';
import type { ScreenedPrices } from './suspicion';

/**
 * What screens count in the rows of a series, summed up from the first row on, so that an event's windows cost two
 * look-ups however long they are: hundreds of events share a series. Place r holds the count before row r.
 */
export interface RowCounts {
  /** Rows with a return. */
  readonly own: Int32Array;
  /** Rows with a return and all factors. */
  readonly usable: Int32Array;
}

/** The same of prices. */
export interface PriceCounts {
  /** Rows without a return, or with one of zero, or without volume. */
  readonly idle: Int32Array;
  /** Rows with a return, ascending. */
  readonly priced: Int32Array;
  /** Rows with a price at or below zero, or a return that says so; ascending. */
  readonly nonPositive: readonly number[];
  /** Rows whose return looks like a split; ascending. */
  readonly splits: readonly number[];
}

const countsOfSeries = new WeakMap<ReturnSeries, RowCounts>();
const countsOfPrices = new WeakMap<ScreenedPrices, PriceCounts>();

export function rowCounts(series: ReturnSeries): RowCounts {
  let counts = countsOfSeries.get(series);
  if (counts === undefined) countsOfSeries.set(series, (counts = countRows(series)));
  return counts;
}

export function priceCounts(prices: ScreenedPrices): PriceCounts {
  let counts = countsOfPrices.get(prices);
  if (counts === undefined) countsOfPrices.set(prices, (counts = countPrices(prices)));
  return counts;
}

/** How much a count grows over the days of a window; days beyond the rows count nothing. */
export function countOver(counts: Int32Array, { day0 }: StudyEvent, { from, to }: WindowDays): number {
  return counts[within(day0 + to + 1, counts.length - 1)]! - counts[within(day0 + from, counts.length - 1)]!;
}

function within(row: number, last: number): number {
  return row < 0 ? 0 : row > last ? last : row;
}

/** Those of ascending rows that lie in a window, as days. */
export function daysAmong(rows: readonly number[], { day0 }: StudyEvent, { from, to }: WindowDays): readonly number[] {
  if (rows.length === 0) return [];
  return rows.map((row) => row - day0).filter((day) => from <= day && day <= to);
}

function countRows({ returns, factors }: ReturnSeries): RowCounts {
  const own = new Int32Array(returns.length + 1);
  const usable = new Int32Array(returns.length + 1);
  for (let row = 0; row < returns.length; row++) {
    const hasOwn = !Number.isNaN(returns[row]!);
    let isUsable = hasOwn;
    for (const factor of factors) if (Number.isNaN(factor[row]!)) isUsable = false;
    own[row + 1] = own[row]! + (hasOwn ? 1 : 0);
    usable[row + 1] = usable[row]! + (isUsable ? 1 : 0);
  }
  return { own, usable };
}

function countPrices(prices: ScreenedPrices): PriceCounts {
  const { returns, close, volume } = prices;
  const idle = new Int32Array(returns.length + 1);
  const [priced, nonPositive, splits]: [number[], number[], number[]] = [[], [], []];
  for (let row = 0; row < returns.length; row++) {
    const value = returns[row]!;
    const stands = Number.isNaN(value) || value === 0 || volume?.[row] === 0;
    idle[row + 1] = idle[row]! + (stands ? 1 : 0);
    if (!Number.isNaN(value)) priced.push(row);
    if (value <= -1 || (close !== null && close[row]! <= 0)) nonPositive.push(row);
    if (likelySplit(prices, row) !== null) splits.push(row);
  }
  return { idle, priced: Int32Array.from(priced), nonPositive, splits };
}
