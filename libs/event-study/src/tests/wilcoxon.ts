import { twoSidedNormal } from '../distributions/normal';
import { signedRankP } from '../distributions/signed-rank';
import type { TestResult } from '../study/study-result';
import { unanswered } from './answers';

/** Wilcoxon's signed ranks of one day or window. */
export interface SignedRanks {
  /** Rank sum of the positive values, ties sharing the mean of their ranks. */
  readonly positiveSum: number;
  /** Values that are not zero. */
  readonly n: number;
  /** (W - mean) / sd with the correction for ties; null without values. */
  readonly z: number | null;
  readonly normalP: number | null;
  /** Exact, as R's psignrank; null with ties or more than EXACT_UP_TO values. */
  readonly exactP: number | null;
}

/** Beyond, the exact distribution costs more than the normal approximation errs. */
export const EXACT_UP_TO = 1_000;

/** Wilcoxon 1945: zeros are dropped; Var W = n(n+1)(2n+1)/24 - Σ(t³ - t)/48 over the ties of t values. */
export function signedRanksOf(values: Float64Array): SignedRanks {
  // The sizes of either sign sorted by themselves, then ranked in step: typed arrays sort natively without a comparer.
  const positive = values.filter((value) => value > 0).sort();
  const negative = values
    .filter((value) => value < 0)
    .map((value) => -value)
    .sort();
  const n = positive.length + negative.length;
  const { positiveSum, tieCorrection } = rankInStep(positive, negative);
  if (n === 0) return { positiveSum, n, z: null, normalP: null, exactP: null };
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - tieCorrection / 48;
  const z = (positiveSum - (n * (n + 1)) / 4) / Math.sqrt(variance);
  const exactP = tieCorrection === 0 && n <= EXACT_UP_TO ? signedRankP(positiveSum, n) : null;
  return { positiveSum, n, z, normalP: twoSidedNormal(z), exactP };
}

/** The test of it: the statistic is z; its p-value is exact where that can be had. */
export function wilcoxon({ n, z, normalP, exactP }: SignedRanks, events: number): TestResult {
  if (z === null) return unanswered('wilcoxon', 'normal', events, 'No abnormal return here differs from zero.');
  const answer = { test: 'wilcoxon', statistic: z, degreesOfFreedom: null, n, reason: null } as const;
  if (exactP !== null) return { ...answer, pValue: exactP, distribution: 'exact' };
  return { ...answer, pValue: normalP, distribution: 'normal' };
}

/** Walks through both sorted lists together; values of the same size share their rank across the signs. */
function rankInStep(positive: Float64Array, negative: Float64Array): { positiveSum: number; tieCorrection: number } {
  let [p, q, positiveSum, tieCorrection] = [0, 0, 0, 0];
  while (p < positive.length || q < negative.length) {
    const size = Math.min(positive[p] ?? Infinity, negative[q] ?? Infinity);
    const before = p + q;
    const firstPositive = p;
    while (positive[p] === size) p++;
    while (negative[q] === size) q++;
    const ties = p + q - before;
    positiveSum += (p - firstPositive) * (before + (ties + 1) / 2);
    tieCorrection += ties ** 3 - ties;
  }
  return { positiveSum, tieCorrection };
}
