/** How a price's change is counted: P1 / P0 - 1, or ln(P1 / P0). */
export type ReturnKind = 'simple' | 'log';

/**
 * Returns from one row's value to the next; `values` are prices or an index with dividends in it, NaN where there is
 * none. A row is NaN unless it and the row before it have a value above 0: the first one always, and the one after a
 * gap, whose return would span several sessions (see tradeToTrade).
 */
export function returnsOf(values: Float64Array, kind: ReturnKind = 'simple'): Float64Array {
  return values.map((value, row) => returnOver(values[row - 1] ?? Number.NaN, value, kind));
}

/** NaN unless both values are above 0: nothing is earned on a price of 0 or less. */
export function returnOver(from: number, to: number, kind: ReturnKind): number {
  if (!(from > 0 && to > 0)) return Number.NaN;
  return kind === 'log' ? Math.log(to / from) : to / from - 1;
}
