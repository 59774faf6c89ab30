import { logMinusExcess, SETTLED, stirlingError } from './gamma';

/**
 * P(X >= x) of chi-square with df degrees of freedom (above 0), the upper tail computed directly.
 *
 *     chiSquareTail(3.841458820694124, 1); // 0.05
 */
export function chiSquareTail(x: number, df: number): number {
  if (Number.isNaN(x)) throw new RangeError('a tail of chi-square is asked of NaN: give a number.');
  if (!(df > 0 && df < Infinity)) {
    throw new RangeError(`chi-square is asked with ${df} degrees of freedom: give a finite number above 0.`);
  }
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  const a = df / 2;
  const half = x / 2;
  return half < a + 1 ? 1 - lowerSeries(half, a) : upperFraction(half, a);
}

/** x^a e^-x / Γ(a). */
function gammaPower(x: number, a: number): number {
  const exponent = a * logMinusExcess(x / a, (x - a) / a) - stirlingError(a);
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(exponent);
}

/** P(a, x) by its series, Abramowitz and Stegun 6.5.29. */
function lowerSeries(x: number, a: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * gammaPower(x, a);
}

/** Q(a, x) by Legendre's continued fraction (Abramowitz and Stegun 6.5.31, even part), by Lentz's method. */
function upperFraction(x: number, a: number): number {
  const power = gammaPower(x, a);
  if (power === 0) return 0;
  let value = x + 1 - a;
  let above = value;
  let below = 0;
  for (let m = 1; ; m++) {
    const numerator = m * (a - m);
    const term = x + 2 * m + 1 - a;
    below = 1 / (term + numerator * below);
    above = term + numerator / above;
    const factor = above * below;
    value *= factor;
    if (Math.abs(factor - 1) < SETTLED) return power / value;
  }
}
