import type { CrossCorrelation, TestName, TestResult } from '../study/study-result';
import { atNormal, atStudent, unanswered } from './answers';

/**
 * Kolari and Pynnönen 2010: events that share calendar days move together, which both Patell's and BMP's test take for
 * evidence. Each is scaled by the mean correlation r̄ of the N events' abnormal returns.
 */
export function adjustedPatell(patell: TestResult, correlation: CrossCorrelation, events: number): TestResult {
  return adjusted('adjustedPatell', patell, correlation, (r) => 1 / Math.sqrt(1 + (events - 1) * r));
}

/** The same for BMP, whose cross-sectional variance the common correlation also lowers: √((1 - r̄) / (1 + (N - 1) r̄)). */
export function adjustedBmp(bmp: TestResult, correlation: CrossCorrelation, events: number): TestResult {
  return adjusted('adjustedBmp', bmp, correlation, (r) => Math.sqrt((1 - r) / (1 + (events - 1) * r)));
}

function adjusted(
  test: TestName,
  from: TestResult,
  { value }: CrossCorrelation,
  factor: (correlation: number) => number,
): TestResult {
  const { statistic, degreesOfFreedom, distribution, n } = from;
  if (statistic === null) return unanswered(test, distribution, n, from.reason ?? NO_CORRELATION);
  if (value === null) return unanswered(test, distribution, n, NO_CORRELATION);
  const scaled = statistic * factor(value);
  if (!Number.isFinite(scaled)) return unanswered(test, distribution, n, tooNegative(value));
  return degreesOfFreedom === null ? atNormal(test, scaled, n) : atStudent(test, scaled, degreesOfFreedom, n);
}

const NO_CORRELATION = 'A mean correlation takes at least two events.';

function tooNegative(correlation: number): string {
  return `The mean correlation of ${correlation} leaves the adjusted variance at or below zero.`;
}
