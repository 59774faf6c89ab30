import fc from 'fast-check';
import { chiSquareTail, fTail, normalTail, studentTail } from '../index';

/*
 * A loop that waits for a factor of exactly 1, or of NaN to become a number, never ends: chi-square's at infinity did
 * not, and held a whole run of the tests.
 */
describe('continued fractions settle', () => {
  const freedom = fc.double({ min: 0.5, max: 2_000, noNaN: true });
  const ratio = fc.double({ min: 1e-3, max: 40, noNaN: true });
  const probability = (p: number) => p >= 0 && p <= 1;

  it('of the normal', () => {
    fc.assert(fc.property(fc.double({ min: 2, max: 38, noNaN: true }), (z) => probability(normalTail(z))));
  });

  it('of chi-square', () => {
    fc.assert(fc.property(ratio, freedom, (x, df) => probability(chiSquareTail(x * df, df))));
  });

  it('of t and F', () => {
    fc.assert(fc.property(ratio, freedom, (t, df) => probability(studentTail(t, df))));
    fc.assert(fc.property(ratio, freedom, freedom, (f, df1, df2) => probability(fTail(f, df1, df2))));
  });

  it('at infinity, where nothing is left', () => {
    const tails = [normalTail(Infinity), chiSquareTail(Infinity, 3), studentTail(Infinity, 5), fTail(Infinity, 2, 7)];
    expect(tails).toEqual([0, 0, 0, 0]);
  });
});
