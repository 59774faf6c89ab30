import type { StreakTape } from '../tape/streak-tape';

/** Days around each announcement's day 0, both inclusive, that are no ordinary sessions. */
export interface WindowDays {
  readonly from: number;
  readonly to: number;
}

/** Of every session of every tape: 1 where it lies outside the windows of all announcements of its instrument. */
export function outsideWindows(tapes: readonly StreakTape[], starts: Int32Array, { from, to }: WindowDays): Uint8Array {
  const outside = new Uint8Array(starts[tapes.length]!).fill(1);
  tapes.forEach(({ announced, days }, tape) => {
    const start = starts[tape]!;
    for (const day0 of announced)
      outside.fill(0, start + Math.max(0, day0 + from), start + Math.max(0, Math.min(days.length, day0 + to + 1)));
  });
  return outside;
}
