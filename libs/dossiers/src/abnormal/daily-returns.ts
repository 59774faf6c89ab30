import { dayOf } from '../facts/day-number';
import { barOn } from '../known/bar-on';
import type { Known } from '../known/known';
import type { WindowDays } from '../reactions/reaction';

/** One-session total returns of two tapes, day by day, aligned by the session's date; NaN where a tape has none. */
export interface DailyReturns {
  readonly sessions: readonly string[];
  readonly own: Float64Array;
  readonly benchmark: Float64Array;
}

/** The returns of days relative to the session with the ordinal `day0`, on the instrument's own exchange; none for days beyond its calendar. */
export function dailyReturns(known: Known, benchmark: Known, day0: number, { from, to }: WindowDays): DailyReturns {
  const days = to - from + 1;
  const own = new Float64Array(days);
  const other = new Float64Array(days);
  const sessions = Array.from({ length: days }, (_, i) => known.table.sessions[day0 + from + i] ?? '');
  for (let i = 0; i < days; i++) {
    own[i] = returnOn(known, day0 + from + i);
    other[i] = sessions[i] === '' ? Number.NaN : returnOn(benchmark, benchmark.table.ordinalOn(dayOf(sessions[i]!)));
  }
  return { sessions, own, benchmark: other };
}

/** From the close of the session before to that of the session with an ordinal; NaN unless both have a bar. */
function returnOn(known: Known, ordinal: number): number {
  const bar = barOn(known, ordinal);
  if (bar <= 0 || known.ordinals[bar - 1] !== ordinal - 1) return Number.NaN;
  return known.totalValue[bar]! / known.totalValue[bar - 1]! - 1;
}
