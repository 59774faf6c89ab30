import type { SeededRandom } from '@streakline/event-study';
import type { MarketCalendar } from '../calendar';
import type { DrawnHalt } from './tape';

const CHANCE_A_SESSION = 0.0008;
const MINUTE = 60_000;

/**
 * A halt of a session, if it has one: within it, over its opening auction (the bar's open is then the price at which
 * trading began), or all of it, and then there is no bar.
 */
export function drawHalt(
  random: SeededRandom,
  calendar: MarketCalendar,
  place: number,
): (DrawnHalt & { readonly wholeSession: boolean }) | null {
  const [chance, kind] = [random.uniform(), random.below(3)];
  if (chance >= CHANCE_A_SESSION) return null;
  const [open, close] = [calendar.open(place), calendar.close(place)];
  if (kind === 0) return { from: open + 60 * MINUTE, to: open + 75 * MINUTE, reason: 'LUDP', wholeSession: false };
  if (kind === 1) return { from: open - 30 * MINUTE, to: open + 60 * MINUTE, reason: 'T1', wholeSession: false };
  return { from: open - 30 * MINUTE, to: close + 30 * MINUTE, reason: 'H10', wholeSession: true };
}
