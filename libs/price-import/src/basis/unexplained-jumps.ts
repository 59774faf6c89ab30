import { fromDay, toDay } from '@streakline/market-time';
import type { SplitRatio } from '@streakline/market-data';
import type { PriceRow } from '../gather/series';

/** Ratios that companies split at; for each the reverse, too. */
const COMMON = [2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50, 100];
/** How near a move must come to a ratio, in logarithms: an ordinary day lies between. */
const NEAR = 0.04;
const LEAST = Math.log(2) - NEAR;

/** A move from one close to the next open that looks like a split of which nothing is known. */
export interface UnexplainedJump {
  /** YYYY-MM-DD, of the session after it. */
  readonly session: string;
  readonly from: number;
  readonly to: number;
  /** '20 for 1'. */
  readonly looksLike: string;
}

/** Moves by a common ratio at no split that is known; `rows` by day. */
export function unexplainedJumps(rows: readonly PriceRow[], splits: readonly SplitRatio[]): readonly UnexplainedJump[] {
  const jumps: UnexplainedJump[] = [];
  const exDays = splits.map(({ exDate }) => toDay(exDate));
  for (let index = 1; index < rows.length; index++) {
    const [before, after] = [rows[index - 1]!, rows[index]!];
    const price = after.open > 0 ? after.open : after.close;
    const log = Math.log(before.close / price);
    if (!(Math.abs(log) >= LEAST)) continue;
    const ratio = COMMON.find((one) => Math.abs(Math.abs(log) - Math.log(one)) <= NEAR);
    const isKnown = exDays.some((day) => before.day < day && day <= after.day);
    if (ratio === undefined || isKnown) continue;
    const looksLike = log > 0 ? `${ratio} for 1` : `1 for ${ratio}`;
    jumps.push({ session: fromDay(after.day), from: before.close, to: price, looksLike });
  }
  return jumps;
}
