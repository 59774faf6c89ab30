import { normalCentre, normalDensity, normalTail } from './normal';
import { studentCentre, studentSlope, studentTail } from './student';

/** A step of Newton squares the error: after one as small as this nothing is left of it, and only rounding would move on. */
const SETTLED = 1e-9;

/** A distribution about 0, for t >= 0. */
interface Symmetric {
  readonly tail: (t: number) => number;
  readonly centre: (t: number) => number;
  /** t times the density. */
  readonly slope: (t: number) => number;
}

const normal: Symmetric = { tail: normalTail, centre: normalCentre, slope: (t) => t * normalDensity(t) };

/**
 * The z below which a standard normal lies with probability p, 0 < p < 1.
 *
 *     normalQuantile(0.975); // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  return quantile(p, normal);
}

/**
 * The t below which Student's t with `df` degrees of freedom (above 0; Infinity is the normal) lies with probability p,
 * 0 < p < 1: of a confidence interval, studentQuantile((1 + confidence) / 2, df).
 */
export function studentQuantile(p: number, df: number): number {
  if (!(df > 0)) throw new RangeError(`Student's t is asked with ${df} degrees of freedom: give a number above 0.`);
  if (df === Infinity) return quantile(p, normal);
  return quantile(p, {
    tail: (t) => studentTail(t, df),
    centre: (t) => studentCentre(t, df),
    slope: (t) => studentSlope(t, df),
  });
}

function quantile(p: number, of: Symmetric): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a quantile is asked at p = ${p}: give a number between 0 and 1.`);
  if (p === 0.5) return 0;
  const upper = p < 0.5 ? p : 1 - p;
  const size = upper > 0.25 ? fromCentre(0.5 - upper, of) : fromTail(upper, of);
  return p < 0.5 ? -size : size;
}

/**
 * Newton on the logarithm of the tail against ln t: there it is concave, so that every start leads to the root. The
 * normal's quantile is never above the start, and any other's is at least near the line that the first step follows.
 */
function fromTail(upper: number, of: Symmetric): number {
  let t = Math.sqrt(-2 * Math.log(upper));
  for (let step = 0; step < 200; step++) {
    const tail = of.tail(t);
    const change = (Math.log(tail / upper) * tail) / of.slope(t);
    t *= Math.exp(change);
    if (Math.abs(change) < SETTLED) return t;
  }
  return t;
}

/** Newton on the probability between 0 and t, concave for t > 0; the first step is from the density's peak. */
function fromCentre(share: number, of: Symmetric): number {
  const near = 1e-5;
  let t = (share * near) / of.centre(near);
  for (let step = 0; step < 100; step++) {
    const change = ((share - of.centre(t)) * t) / of.slope(t);
    t += change;
    if (Math.abs(change) < SETTLED * t) return t;
  }
  return t;
}
