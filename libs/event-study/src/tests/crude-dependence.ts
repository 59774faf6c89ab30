import type { TestResult, TestVariants } from '../study/study-result';
import { atStudent, tooFew, unanswered } from './answers';
import { momentsOf } from './moments';
import type { Sample } from './sample';

/** The average abnormal return's own spread over the estimation days, which contains whatever ties the events together. */
export interface CrudeDependence {
  /** Estimation days with a return of any event. */
  readonly days: number;
  /** Standard deviation over them by either divisor; NaN where there are too few days. */
  readonly sd: Readonly<Record<TestVariants['crudeDependenceDivisor'], number>>;
}

/** `averages`: AAR of the estimation days. */
export function crudeDependenceOf(averages: Float64Array): CrudeDependence {
  const { count: days, sd } = momentsOf(averages);
  const squares = sd ** 2 * (days - 1);
  return { days, sd: { 'T-1': sd, 'T-2': days > 2 ? Math.sqrt(squares / (days - 2)) : Number.NaN } };
}

/**
 * The AAR over its standard deviation in the estimation window; over a window CAAR / (√L sd), L its days (Brown and Warner
 * 1980, 1985: the "crude dependence adjustment"). Referred to t with the divisor's degrees of freedom.
 */
export function crudeDependence(
  sample: Sample,
  { sd, days }: CrudeDependence,
  divisor: TestVariants['crudeDependenceDivisor'],
): TestResult {
  const { count, mean } = sample.rawMoments;
  const reason = tooFew(count, 1) ?? tooFewDays(days, divisor);
  if (reason !== null) return unanswered('crudeDependence', 't', count, reason);
  const statistic = mean / (Math.sqrt(sample.days) * sd[divisor]);
  return atStudent('crudeDependence', statistic, degreesOfFreedom(days, divisor), count);
}

function degreesOfFreedom(days: number, divisor: TestVariants['crudeDependenceDivisor']): number {
  return divisor === 'T-1' ? days - 1 : days - 2;
}

function tooFewDays(days: number, divisor: TestVariants['crudeDependenceDivisor']): string | null {
  if (degreesOfFreedom(days, divisor) >= 1) return null;
  return `The estimation window has ${days} days with a return, too few for a standard deviation with the divisor ${divisor}.`;
}
