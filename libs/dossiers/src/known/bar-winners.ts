import type { BarColumns } from '../facts/bar-columns';
import { dateOf } from '../facts/day-number';
import type { Moments } from './moments';
import type { SessionTable } from './session-table';

/** The rows of the bars that stand within a cut, in session order, and the sessions that the calendar does not know. */
export interface BarWinners {
  readonly rows: readonly number[];
  readonly ordinals: readonly number[];
  readonly strays: readonly string[];
}

/** Of each session the bar with the greatest (knownAt, position) within the cut; `byItsClose`: among those known at its session's close. */
export function barWinners(bars: BarColumns, moments: Moments, table: SessionTable, byItsClose = false): BarWinners {
  bars.sort();
  const rows: number[] = [];
  const ordinals: number[] = [];
  const strays: string[] = [];
  for (let start = 0; start < bars.length;) {
    const day = bars.day[start]!;
    let end = start + 1;
    while (end < bars.length && bars.day[end] === day) end++;
    const ordinal = table.ordinalOn(day);
    if (ordinal === -1) strays.push(dateOf(day));
    else pushWinner(start, end, ordinal);
    start = end;
  }
  return { rows, ordinals, strays };

  function pushWinner(start: number, end: number, ordinal: number): void {
    let winner = -1;
    let winnerKnownAt = -Infinity;
    // Rows of one session stand by position, so of equals the last one wins.
    const close = table.closes[ordinal]!;
    const latest = byItsClose ? Math.min(close, moments.asOf) : moments.asOf;
    for (let row = start; row < end; row++) {
      const knownAt = barKnownAt(bars, row, close);
      if (knownAt < winnerKnownAt || knownAt > latest || bars.positionOf(row) > moments.asRecorded) continue;
      winner = row;
      winnerKnownAt = knownAt;
    }
    if (winner === -1) return;
    rows.push(winner);
    ordinals.push(ordinal);
  }
}

/** A bar was known at its session's close, unless its delivery says otherwise. */
export function barKnownAt(bars: BarColumns, row: number, close: number): number {
  const stated = bars.deliveries.knownAt[bars.delivery[row]!]!;
  return Number.isNaN(stated) ? close : stated;
}
