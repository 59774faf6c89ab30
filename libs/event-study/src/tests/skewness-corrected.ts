import type { TestName, TestResult } from '../study/study-result';
import { atNormal, tooFew, unanswered } from './answers';
import type { Moments } from './moments';

/** Sample skewness n / ((n - 1)(n - 2)) Σ(x - mean)³ / sd³; NaN of fewer than three values or of equal ones. */
export function skewnessOf({ count, sd, cubes }: Moments): number {
  return ((count / ((count - 1) * (count - 2))) * cubes) / sd ** 3;
}

/**
 * The cross-sectional t, corrected for skewness: √n (S + γS²/3 + γ²S³/27 + γ/(6n)) with S = mean / sd (Hall 1992; Lyon,
 * Barber and Tsai 1999), judged at the normal.
 */
export function skewnessCorrected(moments: Moments, test: TestName = 'skewnessCorrected'): TestResult {
  const { count, mean, sd } = moments;
  const reason = tooFew(count, 3);
  if (reason !== null) return unanswered(test, 'normal', count, reason);
  const ratio = mean / sd;
  const skewness = skewnessOf(moments);
  const correction = (skewness * ratio ** 2) / 3 + (skewness ** 2 * ratio ** 3) / 27 + skewness / (6 * count);
  return atNormal(test, Math.sqrt(count) * (ratio + correction), count);
}
