import type { Known } from '@streakline/dossiers';
import { type ReturnSeries, type ScreenedPrices, tradeToTrade, type WindowDays } from '@streakline/event-study';
import { sessionDays } from './session-days';
import { indexOf, pricesOf, type ValueOptions, valuesOf } from './values-of';

/** Returns of an instrument over some sessions, with what screens look at. Row 0 is the session with the ordinal `from`. */
export interface TapeRows {
  readonly series: ReturnSeries;
  readonly prices: ScreenedPrices;
  readonly from: number;
}

// The screen for unrecorded splits compares a day's turnover with that of the twenty rows before; lagged and leading
// factors look a few days beyond the windows. What an event has must not hang on whose rows it shares.
const ROWS_BEFORE = 20;
const ROWS_AFTER = 5;

export interface SpanOptions extends ValueOptions {
  readonly estimation: WindowDays;
  readonly event: WindowDays;
  /** The first trade of the rows has no return: the one before it is not among them. */
  readonly tradeToTrade: boolean;
}

/**
 * Rows for events of one instrument with the same factors (columns by ordinal of its exchange): one for each of their
 * day 0s, which are ordinals in ascending order. Events whose windows touch share their rows; those far apart do not, so that memory grows with the
 * events and not with the history between them.
 */
export function seriesOf(
  known: Known,
  factors: readonly Float64Array[],
  day0s: readonly number[],
  options: SpanOptions,
): readonly TapeRows[] {
  const rows: TapeRows[] = [];
  const { estimation, event } = options;
  const before = Math.min(estimation.from, event.from) - ROWS_BEFORE;
  const after = Math.max(estimation.to, event.to) + ROWS_AFTER + 1;
  for (let first = 0; first < day0s.length;) {
    let last = first;
    while (last + 1 < day0s.length && day0s[last + 1]! + before <= day0s[last]! + after) last++;
    const span = spanOf(known, factors, day0s[first]! + before, day0s[last]! + after, options);
    for (let i = first; i <= last; i++) rows.push(span);
    first = last + 1;
  }
  return rows;
}

function spanOf(
  known: Known,
  factors: readonly Float64Array[],
  start: number,
  end: number,
  options: SpanOptions,
): TapeRows {
  const from = Math.max(0, start);
  const to = Math.min(known.table.sessions.length, end);
  const days = sessionDays(known.table).subarray(from, to);
  const columns = factors.map((column) => column.subarray(from, to));
  const series = options.tradeToTrade
    ? { days, ...tradeToTrade(indexOf(known, from, to), columns, options.returns) }
    : { days, returns: valuesOf(known, options, from, to), factors: columns };
  return { series, prices: pricesOf(known, from, to), from };
}
