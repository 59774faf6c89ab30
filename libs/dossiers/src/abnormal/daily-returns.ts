import { dayOf } from '../facts/day-number';
import { firstBarFrom } from '../known/bar-on';
import type { Known } from '../known/known';
import type { SessionTable } from '../known/session-table';
import type { WindowDays } from '../reactions/reaction';

/** One-session total returns of two tapes, day by day, aligned by the session's date; NaN where a tape has none. */
export interface DailyReturns {
  readonly sessions: readonly string[];
  readonly own: Float64Array;
  readonly benchmark: Float64Array;
}

/** The returns of days relative to the session with the ordinal `day0`, on the instrument's own exchange; none for days beyond its calendar. */
export function dailyReturns(known: Known, benchmark: Known, day0: number, window: WindowDays): DailyReturns {
  const { from, to } = window;
  const sessions = Array.from({ length: to - from + 1 }, (_, i) => known.table.sessions[day0 + from + i] ?? '');
  return { sessions, ...returnColumns(known, benchmark, day0, window) };
}

/** The same without the sessions. */
export function returnColumns(
  known: Known,
  benchmark: Known,
  day0: number,
  { from, to }: WindowDays,
): Omit<DailyReturns, 'sessions'> {
  const days = to - from + 1;
  const [own, other] = [new Float64Array(days), new Float64Array(days)];
  const elsewhere = known.table === benchmark.table ? null : ordinalsOn(benchmark.table, known.table);
  fillReturns(own, known, day0 + from, null);
  fillReturns(other, benchmark, day0 + from, elsewhere);
  return { own, benchmark: other };
}

/**
 * From the close of the session before to that of each session, from the ordinal `first` on; NaN unless both have a bar.
 * `elsewhere` gives the ordinals on the tape's own table, where they are another's. They ascend, so one search is enough.
 */
function fillReturns(into: Float64Array, known: Known, first: number, elsewhere: Int32Array | null): void {
  const { ordinals, totalValue } = known;
  let place = -1;
  for (let i = 0; i < into.length; i++) {
    const ordinal = elsewhere === null ? first + i : (elsewhere[first + i] ?? -1);
    into[i] = Number.NaN;
    if (ordinal < 0) continue;
    if (place < 0) place = firstBarFrom(known, ordinal);
    while (place < ordinals.length && ordinals[place]! < ordinal) place++;
    if (place <= 0 || ordinals[place] !== ordinal || ordinals[place - 1] !== ordinal - 1) continue;
    into[i] = totalValue[place]! / totalValue[place - 1]! - 1;
  }
}

const ordinals = new WeakMap<SessionTable, WeakMap<SessionTable, Int32Array>>();

/** The ordinals on one table of the sessions of another, by date; -1 where it has none. Remembered: a replay asks thousands of times. */
function ordinalsOn(table: SessionTable, of: SessionTable): Int32Array {
  let known = ordinals.get(table);
  if (known === undefined) ordinals.set(table, (known = new WeakMap()));
  let found = known.get(of);
  if (found === undefined) {
    found = Int32Array.from(of.sessions, (session) => table.ordinalOn(dayOf(session)));
    known.set(of, found);
  }
  return found;
}
