import { studentQuantile } from '../distributions/quantiles';
import { twoSidedStudent } from '../distributions/student';
import type { Moments } from '../tests/moments';
import type { GroupDifference, GroupVariance } from './group-report';

/** What a difference is judged by. */
type Judged = Omit<GroupDifference, 'group' | 'against' | 'holm'>;

/** The mean of one sample less that of another, by Welch's t (1947) or Student's with one variance for both. */
export function differenceOfMeans(one: Moments, other: Moments, variance: GroupVariance, confidence: number): Judged {
  if (one.count === 0 || other.count === 0) return open(null, 'One side has no event with a figure here.');
  const difference = one.mean - other.mean;
  const { error, degreesOfFreedom } = variance === 'welch' ? welch(one, other) : pooled(one, other);
  if (Number.isNaN(error)) return open(difference, TOO_FEW[variance]);
  if (error === 0) return open(difference, 'The figures do not vary, so there is nothing to judge a difference by.');
  const t = difference / error;
  const reach = studentQuantile((1 + confidence) / 2, degreesOfFreedom) * error;
  const [lower, upper] = [difference - reach, difference + reach];
  return { difference, t, degreesOfFreedom, pValue: twoSidedStudent(t, degreesOfFreedom), lower, upper, reason: null };
}

const TOO_FEW: Record<GroupVariance, string> = {
  welch: 'It takes two events or more on each side to know how they vary.',
  pooled: 'It takes three events or more on both sides together to know how they vary.',
};

interface StandardError {
  readonly error: number;
  readonly degreesOfFreedom: number;
}

/** With the degrees of freedom of Welch and Satterthwaite, a fraction as a rule. */
function welch(one: Moments, other: Moments): StandardError {
  const a = one.sd ** 2 / one.count;
  const b = other.sd ** 2 / other.count;
  // By shares, so that variances of 1e-200 do not vanish when squared.
  const [shareOfA, shareOfB] = [a / (a + b), b / (a + b)];
  const degreesOfFreedom = 1 / (shareOfA ** 2 / (one.count - 1) + shareOfB ** 2 / (other.count - 1));
  return { error: Math.sqrt(a + b), degreesOfFreedom };
}

function pooled(one: Moments, other: Moments): StandardError {
  const degreesOfFreedom = one.count + other.count - 2;
  if (degreesOfFreedom < 1) return { error: Number.NaN, degreesOfFreedom };
  const variance = (squaresOf(one) + squaresOf(other)) / degreesOfFreedom;
  return { error: Math.sqrt(variance * (1 / one.count + 1 / other.count)), degreesOfFreedom };
}

/** Sum of squares about the mean; a single value has none. */
export function squaresOf({ count, sd }: Moments): number {
  return count > 1 ? sd ** 2 * (count - 1) : 0;
}

function open(difference: number | null, reason: string): Judged {
  return { difference, t: null, degreesOfFreedom: null, pValue: null, lower: null, upper: null, reason };
}
