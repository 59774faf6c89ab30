import type { Evidence } from './article';

/** A close that a verdict rests on, against the one listed before it, and where it lies to day 0. */
export interface CloseRow {
  readonly session: string;
  readonly close: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly position: number;
  /** A fraction, from the close listed before; null for the first. */
  readonly change: number | null;
  readonly side: 'before' | 'dayZero' | 'after' | null;
}

/** As traded, in order of time. Where the verdict rests on one announcement, each session is before its day 0 or not. */
export function closeRows({ closes, announcements }: Pick<Evidence, 'closes' | 'announcements'>): readonly CloseRow[] {
  const days = [...new Set(announcements.map(({ day0 }) => day0))];
  const day0 = days.length === 1 ? (days[0] ?? null) : null;
  return closes.map((bar, at) => {
    const before = at === 0 ? undefined : closes[at - 1]?.close;
    return { ...bar, change: before === undefined ? null : bar.close / before - 1, side: sideOf(bar.session, day0) };
  });
}

function sideOf(session: string, day0: string | null): CloseRow['side'] {
  if (day0 === null) return null;
  if (session === day0) return 'dayZero';
  return session < day0 ? 'before' : 'after';
}

/** How many of the moves came before day 0, and how many from it on; null where that is not the question. */
export function movesAroundDayZero(
  rows: readonly CloseRow[],
): { readonly before: readonly CloseRow[]; readonly from: readonly CloseRow[] } | null {
  const moves = rows.filter(({ change }) => change !== null);
  const before = moves.filter(({ side }) => side === 'before');
  const from = moves.filter(({ side }) => side === 'dayZero' || side === 'after');
  return before.length + from.length < 2 ? null : { before, from };
}
