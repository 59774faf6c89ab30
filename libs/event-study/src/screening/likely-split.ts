import type { ScreenedPrices } from './suspicion';

export interface LikelySplit {
  /** `from` shares would have become `to`. */
  readonly to: number;
  readonly from: number;
  /** The return that looks like it. */
  readonly return: number;
}

/** Shares for one (or for two), as splits and, the other way round, consolidations have them. Below 3 for 2 news and splits cannot be told apart. */
const RATIOS: readonly (readonly [to: number, from: number])[] = [
  ...[2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 75, 100].map((to) => [to, 1] as const),
  [3, 2],
  [5, 2],
];
const CANDIDATES = RATIOS.flatMap(([to, from]) => [
  { to, from, log: Math.log(to / from) },
  { to: from, from: to, log: Math.log(from / to) },
]);
/** Log returns nearer to zero than this look like no candidate. */
const LEAST = Math.log(1.5) - 0.05;
/** What the price may have moved beside the split: a tenth of the split's log, and 5% at the most. */
const MOST_BESIDE = 0.05;
const SHARE_BESIDE = 0.1;
/** News is traded on: a day on which so many times the usual value changed hands was one of news, and no split. */
const NEWS_TURNOVER = 3;
const USUAL_DAYS = 20;

/** The split that a row's return looks like; null if it looks like none. */
export function likelySplit(prices: ScreenedPrices, row: number): LikelySplit | null {
  const value = prices.returns[row];
  // Most returns are small: this keeps the logarithm out of a loop over millions.
  if (value === undefined || Number.isNaN(value) || (value > -0.3 && value < 0.42) || value <= -1) return null;
  const log = Math.log1p(value);
  if (Math.abs(log) < LEAST) return null;
  const candidate = CANDIDATES.find(
    (split) => Math.abs(log + split.log) <= Math.min(MOST_BESIDE, SHARE_BESIDE * Math.abs(split.log)),
  );
  if (candidate === undefined || wasNews(prices, row)) return null;
  return { to: candidate.to, from: candidate.from, return: value };
}

/** Whether a row's turnover was far above that of the rows before; false where it is not known. */
function wasNews({ close, volume }: ScreenedPrices, row: number): boolean {
  if (close === null || volume === null) return false;
  const usual: number[] = [];
  for (let before = Math.max(0, row - USUAL_DAYS); before < row; before++) {
    const turnover = close[before]! * volume[before]!;
    if (turnover > 0) usual.push(turnover);
  }
  if (usual.length < USUAL_DAYS / 2) return false;
  usual.sort((a, b) => a - b);
  return close[row]! * volume[row]! > NEWS_TURNOVER * usual[usual.length >> 1]!;
}
