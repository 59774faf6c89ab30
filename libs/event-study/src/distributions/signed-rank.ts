/** 2^-n is still a normal number of double precision. */
const MOST_OBSERVATIONS = 1_000;

/**
 * The exact two-sided p-value of Wilcoxon's signed rank sum w (of the positive ones) of n observations without zeros
 * and ties: what R has as wilcox.test's, from psignrank. RangeError for n over 1,000, where the normal approximation
 * has long been as good, and for a w that is no rank sum.
 *
 *     signedRankP(3, 8); // 0.0390625
 */
export function signedRankP(w: number, n: number): number {
  if (!Number.isInteger(n) || n < 1 || n > MOST_OBSERVATIONS) {
    throw new RangeError(`signed ranks of ${n} observations: give a whole number from 1 to ${MOST_OBSERVATIONS}.`);
  }
  const highest = (n * (n + 1)) / 2;
  if (!Number.isInteger(w) || w < 0 || w > highest) {
    throw new RangeError(`a signed rank sum of ${w} with ${n} observations: give a whole number from 0 to ${highest}.`);
  }
  return Math.min(1, 2 * lowerTail(Math.min(w, highest - w), n));
}

/** P(W <= w): rank by rank, each is in the sum or not with probability one half. All terms are positive: nothing cancels. */
function lowerTail(w: number, n: number): number {
  const chance = new Float64Array(w + 1);
  chance[0] = 1;
  for (let rank = 1; rank <= n; rank++) {
    const reach = Math.min(w, (rank * (rank + 1)) / 2);
    for (let sum = reach; sum >= rank; sum--) chance[sum] = 0.5 * (chance[sum]! + chance[sum - rank]!);
    for (let sum = Math.min(rank - 1, reach); sum >= 0; sum--) chance[sum]! *= 0.5;
  }
  return chance.reduce((total, one) => total + one, 0);
}
