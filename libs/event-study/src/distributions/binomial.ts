import { incompleteBeta } from './incomplete-beta';

/** P(X >= k) of X successes in n independent trials of probability p: the upper tail, computed directly. */
export function binomialTail(k: number, n: number, p: number): number {
  checkTrials(k, n);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a binomial tail is asked with probability ${p}: give 0 to 1.`);
  if (k <= 0) return 1;
  return k > n ? 0 : incompleteBeta(p, k, n - k + 1);
}

/**
 * The interval of a probability after k successes in n trials that covers it at least as often as `confidence` says
 * (Clopper and Pearson 1934).
 *
 *     binomialInterval(5, 100); // { lower: 0.0164..., upper: 0.1128... }
 */
export function binomialInterval(k: number, n: number, confidence = 0.95): { lower: number; upper: number } {
  checkTrials(k, n);
  if (!(k >= 0 && k <= n && n > 0)) throw new RangeError(`${k} successes of ${n} trials: give 0 to n, and n above 0.`);
  const beyond = (1 - confidence) / 2;
  return { lower: lowerBound(k, n, beyond), upper: 1 - lowerBound(n - k, n, beyond) };
}

/** The p at which k or more successes have probability `beyond`: by halving, which cannot fail. */
function lowerBound(k: number, n: number, beyond: number): number {
  if (k === 0) return 0;
  let [low, high] = [0, 1];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (binomialTail(k, n, middle) < beyond) low = middle;
    else high = middle;
  }
}

function checkTrials(k: number, n: number): void {
  if (!Number.isInteger(k) || !Number.isInteger(n) || n < 0) {
    throw new RangeError(`${k} successes of ${n} trials: give whole numbers, and n from 0 on.`);
  }
}
