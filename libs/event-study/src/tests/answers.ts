import { twoSidedNormal } from '../distributions/normal';
import { twoSidedStudent } from '../distributions/student';
import type { TestName, TestResult } from '../study/study-result';

/** A statistic judged at the normal distribution. */
export function atNormal(test: TestName, statistic: number, n: number): TestResult {
  if (!Number.isFinite(statistic)) return unanswered(test, 'normal', n, NO_VARIATION);
  const pValue = twoSidedNormal(statistic);
  return { test, statistic, pValue, distribution: 'normal', degreesOfFreedom: null, n, reason: null };
}

/** A statistic judged at Student's t. */
export function atStudent(test: TestName, statistic: number, degreesOfFreedom: number, n: number): TestResult {
  if (!Number.isFinite(statistic)) return unanswered(test, 't', n, NO_VARIATION);
  const pValue = twoSidedStudent(statistic, degreesOfFreedom);
  return { test, statistic, pValue, distribution: 't', degreesOfFreedom, n, reason: null };
}

/** A test that says why it has no answer. */
export function unanswered(
  test: TestName,
  distribution: TestResult['distribution'],
  n: number,
  reason: string,
): TestResult {
  return { test, statistic: null, pValue: null, distribution, degreesOfFreedom: null, n, reason };
}

/** Null where there are enough events; otherwise the reason to give. */
export function tooFew(n: number, needed: number): string | null {
  if (n >= needed) return null;
  const events = needed === 1 ? 'one event' : `${needed} events`;
  return `It takes at least ${events} with a usable figure here; there ${n === 1 ? 'is 1' : `are ${n}`}.`;
}

const NO_VARIATION = 'The abnormal returns do not vary, so there is nothing to measure an effect against.';
