import { fromDay, toDay } from '@streakline/market-time';
import type { SplitRatio } from '@streakline/market-data';
import type { PriceRow } from '../gather/series';

/** What the splits on record and in the file say of a series' basis. */
export interface BasisCheck {
  readonly agree: number;
  readonly tellNothing: number;
  /** One sentence a split at which the series moves as the other basis would. */
  readonly contradict: readonly string[];
}

/** A smaller split than about 13 for 10 is lost among the moves of a day. */
const LEAST_LOG_RATIO = 0.25;
/** Beyond this the next bar is too far from the split to say anything. */
const MOST_DAYS = 10;

/**
 * Holds a series against the splits that lie in it: from the close before a split to the next open a raw series moves by
 * the split's ratio, and an adjusted one does not. A move counts for the nearer of the two, on the scale of logarithms,
 * so that a bad day of 30% at a 2-for-1 split still tells.
 */
export function checkBasis(
  rows: readonly PriceRow[],
  splits: readonly SplitRatio[],
  basis: 'raw' | 'splitAdjusted',
): BasisCheck {
  let [agree, tellNothing] = [0, 0];
  const contradict: string[] = [];
  for (const split of splits) {
    const move = moveAt(rows, toDay(split.exDate));
    if (move === 'outside') continue;
    const ratio = Math.log(split.to / split.from);
    if (move === 'far' || Math.abs(ratio) < LEAST_LOG_RATIO) {
      tellNothing += 1;
      continue;
    }
    const looksRaw = Math.abs(move.log + ratio) < Math.abs(move.log);
    if (looksRaw === (basis === 'raw')) agree += 1;
    else contradict.push(sentence(split, move, looksRaw));
  }
  return { agree, tellNothing, contradict };
}

interface Move {
  readonly before: PriceRow;
  readonly after: PriceRow;
  readonly price: number;
  readonly log: number;
}

/** From the last close before a day to the first price on or after it. */
function moveAt(rows: readonly PriceRow[], day: number): Move | 'outside' | 'far' {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.day < day) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [rows[low - 1], rows[low]];
  if (before === undefined || after === undefined) return 'outside';
  if (after.day - before.day > MOST_DAYS) return 'far';
  const price = after.open > 0 ? after.open : after.close;
  const log = Math.log(price / before.close);
  return Number.isFinite(log) ? { before, after, price, log } : 'far';
}

function sentence({ exDate, from, to }: SplitRatio, { before, after, price }: Move, looksRaw: boolean): string {
  const moved = `from ${before.close} (${fromDay(before.day)}) to ${price} (${fromDay(after.day)})`;
  return looksRaw
    ? `at the split of ${exDate}, ${to} for ${from}, it moves ${moved} as prices as traded do`
    : `at the split of ${exDate}, ${to} for ${from}, it moves ${moved} as adjusted prices do`;
}
