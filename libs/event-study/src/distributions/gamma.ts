const HALF_LOG_2PI = 0.9189385332046727;
/** From here on eight terms of Stirling's series are exact in double precision. */
const SERIES_FROM = 16;
/** B(2k) / (2k (2k - 1)), Abramowitz and Stegun 6.1.41. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400] as const;

/**
 * What Stirling's formula leaves: ln Γ(a) - ((a - 1/2) ln a - a + ln(2π)/2), for a > 0. Densities and tails are built
 * from it (Loader 2000), since the large terms of ln Γ then cancel on paper and not in double precision.
 */
export function stirlingError(a: number): number {
  let error = 0;
  let at = a;
  for (; at < SERIES_FROM; at++) error += (at + 0.5) * Math.log1p(1 / at) - 1;
  const square = 1 / (at * at);
  let series = 0;
  for (let term = STIRLING.length - 1; term >= 0; term--) series = series * square + STIRLING[term]!;
  return error + series / at;
}

/**
 * How near to 1 a factor of a continued fraction must come for the fraction to stand. Not one unit in the last place:
 * rounding may keep a factor two or three of them away for ever, and the loop would never end.
 */
export const SETTLED = 8 * Number.EPSILON;

/** ln Γ(a) for a > 0. */
export function logGamma(a: number): number {
  if (!(a > 0)) throw new RangeError(`ln Γ is asked of ${a}: give a number above 0.`);
  return (a - 0.5) * Math.log(a) - a + HALF_LOG_2PI + stirlingError(a);
}

/**
 * ln(ratio) - (ratio - 1), never above 0: how fast a density falls beside its peak. `excess` is ratio - 1, given apart
 * because near 1 the ratio no longer holds its digits.
 */
export function logMinusExcess(ratio: number, excess: number): number {
  if (Math.abs(excess) > 0.3) return Math.log(ratio) - excess;
  // ln(1 + u) = 2 artanh(u / (2 + u)); the leading terms are taken together before they can cancel.
  const r = excess / (2 + excess);
  const square = r * r;
  let power = square;
  let series = 0;
  for (let odd = 3; odd < 30; odd += 2) {
    series += power / odd;
    power *= square;
  }
  return r * (2 * series - excess);
}
