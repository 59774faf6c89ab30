import type { Cursor } from '../tape/cursor';

/** The newest known close per present share: splits with their ex-date after it, up to `today` (days since 1970), are undone. */
export function markOf(cursor: Cursor, today: number): number {
  const { known, length, close, splitFactor } = cursor;
  const present = known.ladder.between(0, known.ladder.stepOn(today));
  const newest = length - 1;
  return splitFactor[newest] === present ? close[newest]! : (close[newest]! * splitFactor[newest]!) / present;
}
