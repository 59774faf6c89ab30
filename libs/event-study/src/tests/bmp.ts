import type { TestResult, TestVariants } from '../study/study-result';
import { atNormal, atStudent, tooFew, unanswered } from './answers';
import type { Moments } from './moments';

/**
 * Boehmer, Musumeci and Poulsen 1991, the standardised cross-sectional test: robust to variance that the event itself
 * brings. `standardised`: moments of SAR or SCAR, whose forecast-error term is part of the standardising.
 */
export function bmp(standardised: Moments, judgedAt: TestVariants['bmpDistribution']): TestResult {
  const { count, mean, sd } = standardised;
  const reason = tooFew(count, 2);
  if (reason !== null) return unanswered('bmp', judgedAt, count, reason);
  const statistic = (Math.sqrt(count) * mean) / sd;
  return judgedAt === 't' ? atStudent('bmp', statistic, count - 1, count) : atNormal('bmp', statistic, count);
}
