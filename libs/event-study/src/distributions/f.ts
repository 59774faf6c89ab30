import { incompleteBeta } from './incomplete-beta';

/**
 * P(F >= f) of Fisher's F with df1 and df2 degrees of freedom (above 0, also fractions as Welch's test has), the upper
 * tail computed directly. RangeError for NaN and degrees that are not finite and above 0.
 *
 *     fTail(4.964602743730711, 1, 10); // 0.05
 */
export function fTail(f: number, df1: number, df2: number): number {
  if (Number.isNaN(f)) throw new RangeError('a tail of F is asked of NaN: give a number.');
  if (f <= 0) return 1;
  const odds = (df1 / df2) * f;
  if (odds > 1) {
    const inverse = 1 / odds;
    return incompleteBeta(inverse / (1 + inverse), df2 / 2, df1 / 2, 1 / (1 + inverse));
  }
  return incompleteBeta(1 / (1 + odds), df2 / 2, df1 / 2, odds / (1 + odds));
}
