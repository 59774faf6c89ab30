import type { SeededRandom } from '@streakline/event-study';
import { wholeBetween } from '../returns/fat-tails';
import type { Bar } from './bar';

/** Bars of sessions in a row that nobody had until some sessions later: the vendor's delivery failed. */
export interface LateBars {
  /** Places of the first and the last of their sessions. */
  readonly first: number;
  readonly last: number;
  /** Sessions after the last of them, after whose close they came. */
  readonly after: number;
}

const SHARE_LATE = 0.08;

/** In the middle of a life, where there are sessions enough before and after. */
export function drawLateBars(random: SeededRandom, bars: readonly Bar[]): LateBars | null {
  const isLate = random.uniform() < SHARE_LATE;
  const at = wholeBetween(random, 10, Math.max(10, bars.length - 40));
  const [count, after] = [wholeBetween(random, 2, 6), wholeBetween(random, 1, 5)];
  const [first, last] = [bars[at], bars[at + count - 1]];
  if (!isLate || first === undefined || last === undefined || bars.length < 60) return null;
  return { first: first.place, last: last.place, after };
}
