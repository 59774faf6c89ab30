import { SETTLED } from './gamma';

const SQRT_2PI = 2.5066282746310002;
/** Below it the series about 0 loses nothing; above it the fraction settles in some 100 terms. */
const SERIES_UP_TO = 2;

/** Here the density is below the smallest number there is. */
const UNDERFLOWS = 39;

/** The standard normal density at z. */
export function normalDensity(z: number): number {
  if (Math.abs(z) > UNDERFLOWS) return 0;
  // z² by parts: its rounding would show in the exponential far out.
  const coarse = Math.fround(z);
  const rest = (z - coarse) * (z + coarse);
  return (Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * rest)) / SQRT_2PI;
}

/**
 * P(Z >= z) of the standard normal, the upper tail computed directly: exact to 1e-14 of its value out to z = 37, where
 * p is 1e-299. NaN throws RangeError.
 *
 *     normalTail(1.959963984540054); // 0.025
 */
export function normalTail(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('a normal tail is asked of NaN: give a number.');
  if (z < SERIES_UP_TO) return z < -SERIES_UP_TO ? 1 - farTail(-z) : 0.5 - normalCentre(z);
  return farTail(z);
}

/** P(|Z| >= |z|): the two-sided p-value of a statistic that is standard normal without effect. */
export function twoSidedNormal(z: number): number {
  return Math.min(1, 2 * normalTail(Math.abs(z)));
}

/** P(0 <= Z <= z), negative for negative z: with its digits also where z is near 0. For |z| up to some 3. */
export function normalCentre(z: number): number {
  const square = z * z;
  let term = z;
  let sum = z;
  for (let odd = 3; Math.abs(term) > Math.abs(sum) * 1e-17; odd += 2) {
    term *= square / odd;
    sum += term;
  }
  return sum * normalDensity(z);
}

/** Laplace's continued fraction for Mills' ratio, in its even part (Abramowitz and Stegun 26.2.14), by Lentz's method. */
function farTail(z: number): number {
  const density = normalDensity(z);
  if (density === 0) return 0;
  const square = z * z;
  let value = square + 1;
  let above = value;
  let below = 0;
  for (let m = 1; ; m++) {
    const numerator = -2 * m * (2 * m - 1);
    const term = square + 4 * m + 1;
    below = 1 / (term + numerator * below);
    above = term + numerator / above;
    const factor = above * below;
    value *= factor;
    if (Math.abs(factor - 1) < SETTLED) return (density * z) / value;
  }
}
