import { betaPower, incompleteBeta } from './incomplete-beta';
import { normalTail } from './normal';

/**
 * P(T >= t) of Student's t with `df` degrees of freedom (above 0, also a fraction as Welch's test has; Infinity is the
 * normal). The upper tail is computed directly, exact to 1e-13 of its value. RangeError for NaN and df <= 0.
 *
 *     studentTail(2.570581835636314, 5); // 0.025
 */
export function studentTail(t: number, df: number): number {
  const half = twoSidedStudent(t, df) / 2;
  return t < 0 ? 1 - half : half;
}

/** P(|T| >= |t|): the two-sided p-value of a t statistic. */
export function twoSidedStudent(t: number, df: number): number {
  checkDegrees(t, df);
  if (df === Infinity) return 2 * normalTail(Math.abs(t));
  const { x, y } = shares(t, df);
  return incompleteBeta(x, df / 2, 0.5, y);
}

/** P(0 <= T <= t) for t >= 0: with its digits also where t is near 0. */
export function studentCentre(t: number, df: number): number {
  const { x, y } = shares(t, df);
  return incompleteBeta(y, 0.5, df / 2, x) / 2;
}

/** t times the density at t, for t >= 0: the slope of the tail against ln t. */
export function studentSlope(t: number, df: number): number {
  const { x, y } = shares(t, df);
  return betaPower(x, df / 2, 0.5, y);
}

/** df / (df + t²) and t² / (df + t²), each with all its digits. */
function shares(t: number, df: number): { x: number; y: number } {
  const scaled = Math.abs(t) / Math.sqrt(df);
  if (scaled > 1) {
    const inverse = 1 / scaled;
    const square = inverse * inverse;
    return { x: square / (1 + square), y: 1 / (1 + square) };
  }
  const square = scaled * scaled;
  return { x: 1 / (1 + square), y: square / (1 + square) };
}

function checkDegrees(t: number, df: number): void {
  if (Number.isNaN(t)) throw new RangeError("a tail of Student's t is asked of NaN: give a number.");
  if (!(df > 0)) throw new RangeError(`Student's t is asked with ${df} degrees of freedom: give a number above 0.`);
}
