import { binomialInterval, binomialTail, signedRankP } from '../index';
import { farOff } from '../../test/far-off';

/** k, n, p, P(X >= k): the sum of its terms by mpmath with 60 digits. */
const successes: readonly [number, number, number, number][] = [
  [2, 10, 0.5, 0.9892578125],
  [5, 10, 0.5, 0.623046875],
  [6, 10, 0.5, 0.376953125],
  [10, 10, 0.5, 0.0009765625],
  [2, 100, 0.05, 0.9629187906726447],
  [5, 100, 0.05, 0.5640186993142882],
  [6, 100, 0.05, 0.384000872043859],
  [10, 100, 0.05, 0.028188294163416117],
  [15, 100, 0.05, 0.00013585423899229113],
  [25, 1000, 0.05, 0.9999759758274167],
  [50, 1000, 0.05, 0.5202589429126796],
  [65, 1000, 0.05, 0.02074989936553862],
  [100, 1000, 0.05, 8.410251084877328e-11],
  [150, 1000, 0.05, 1.5513276667867647e-32],
  [50, 300, 0.3333333333333333, 0.9999999999734274],
  [100, 300, 0.3333333333333333, 0.521702591093824],
  [130, 300, 0.3333333333333333, 0.00019523405901813385],
  [200, 300, 0.3333333333333333, 5.117469661146752e-32],
  [300, 300, 0.3333333333333333, 7.305056581147698e-144],
  [10, 20000, 0.001, 0.9950205694938914],
  [20, 20000, 0.001, 0.5297871763794294],
  [26, 20000, 0.001, 0.11207344783741188],
  [40, 20000, 0.001, 5.267621868530401e-5],
  [60, 20000, 0.001, 4.0692065622342154e-13],
];

/** w, n, two-sided p: subsets of the ranks 1..n counted in whole numbers, over 2^n. */
const ranks: readonly [number, number, number][] = [
  [0, 1, 1],
  [1, 1, 1],
  [0, 5, 0.0625],
  [7, 5, 1],
  [3, 8, 0.0390625],
  [33, 8, 0.0390625],
  [20, 12, 0.1513671875],
  [39, 12, 1],
  [60, 25, 0.004604637622833252],
  [300, 25, 5.3882598876953125e-5],
  [300, 60, 1.839087762451827e-6],
  [1500, 60, 6.611735710320907e-6],
  [3000, 200, 3.8505817977766877e-20],
  [0, 200, 1.2446030555722283e-60],
];

describe('the binomial distribution', () => {
  it('has its upper tail to 1e-12 of its value', () => {
    expect(farOff(successes, 1e-12, ([k, n, p]) => binomialTail(k, n, p))).toEqual([]);
  });

  it('is certain of none and more, and never has more successes than trials', () => {
    expect(binomialTail(0, 3, 0.2)).toBe(1);
    expect(binomialTail(4, 3, 0.2)).toBe(0);
    expect(binomialTail(3, 3, 1)).toBe(1);
    expect(() => binomialTail(1.5, 3, 0.2)).toThrow(RangeError);
    expect(() => binomialTail(1, 3, 1.2)).toThrow(RangeError);
  });

  it("has the intervals of R's binom.test", () => {
    // binom.test(5, 100)$conf.int (and scipy's beta.ppf), binom.test(682, 925)$conf.int (R's own example); by hand at the ends.
    expect(binomialInterval(5, 100).lower).toBeCloseTo(0.01643187918, 10);
    expect(binomialInterval(5, 100).upper).toBeCloseTo(0.1128349111, 10);
    expect(binomialInterval(0, 20).lower).toBe(0);
    expect(binomialInterval(0, 20).upper).toBeCloseTo(1 - 0.025 ** (1 / 20), 13);
    expect(binomialInterval(682, 925).lower).toBeCloseTo(0.7076683, 7);
    expect(binomialInterval(682, 925).upper).toBeCloseTo(0.7654066, 7);
    expect(binomialInterval(20, 20, 0.9)).toEqual({ lower: expect.closeTo(0.05 ** (1 / 20), 13), upper: 1 });
    expect(() => binomialInterval(3, 2)).toThrow(RangeError);
  });
});

describe('the signed rank distribution', () => {
  it('is exact', () => {
    expect(farOff(ranks, 1e-13, ([w, n]) => signedRankP(w, n))).toEqual([]);
  });

  it('refuses what is no rank sum', () => {
    expect(() => signedRankP(2.5, 4)).toThrow(RangeError);
    expect(() => signedRankP(11, 4)).toThrow(/0 to 10/);
    expect(() => signedRankP(1, 1001)).toThrow(RangeError);
  });
});
