import { exactRunsP } from './exact-runs';
import { runsTest } from './runs-test';

/** Forty closes; statsmodels 0.15 runstest_1samp(x, cutoff=0, correction=False) gives the figures below. */
const CLOSES = [
  ...[1, 1, -1, 1, -1, -1, -1, 1, 1, 1, 1, -1, 1, -1, -1, 1, 1, -1, -1, -1],
  ...[-1, -1, 1, 1, -1, 1, -1, 1, 1, 1, -1, 1, 1, 1, -1, -1, 1, -1, 1, 1],
];

describe('the runs test', () => {
  it('agrees with statsmodels', () => {
    const test = runsTest(Int8Array.from(CLOSES));
    expect(test).toMatchObject({ falling: 18, rising: 22, unchanged: 0, runs: 21, expectedRuns: 20.8, reason: null });
    expect(test.zStatistic).toBeCloseTo(0.06473673313024454, 13);
    expect(test.pValue).toBeCloseTo(0.9483836153419473, 13);
    expect(test.exactPValue).toBe(1);
  });

  it('is of the order of the closes that moved: unchanged ones take no part', () => {
    const withRests = CLOSES.flatMap((sign, i) => (i % 7 === 0 ? [0, sign] : [sign]));
    expect(runsTest(Int8Array.from(withRests))).toEqual({ ...runsTest(Int8Array.from(CLOSES)), unchanged: 6 });
  });

  it.each([
    { a: 5, b: 5, runs: 2, exact: 4 / 252 },
    { a: 1200, b: 1300, runs: 1251, exact: 0.9521072355770569 },
    { a: 1300, b: 1200, runs: 1100, exact: 2.570150905566304e-9 },
    { a: 300, b: 20, runs: 15, exact: 8.320817111355741e-14 },
  ])('has the exact p-value of $runs runs of $a and $b, by whole-number fractions', ({ a, b, runs, exact }) => {
    expect(Math.abs(exactRunsP(a, b, runs) / exact - 1)).toBeLessThan(1e-11);
  });

  it('counts every order of few letters', () => {
    const orders = everyOrder(4, 3).map(runsIn);
    for (let runs = 2; runs <= 7; runs++) {
      const share = (holds: (value: number) => boolean) => orders.filter(holds).length / orders.length;
      const smaller = Math.min(
        share((value) => value <= runs),
        share((value) => value >= runs),
      );
      expect(exactRunsP(4, 3, runs)).toBeCloseTo(Math.min(1, 2 * smaller), 14);
    }
  });

  it('says why it has no figures', () => {
    expect(runsTest(Int8Array.from([1, 1, 0]))).toMatchObject({ pValue: null, reason: expect.stringMatching(/fell/) });
    expect(runsTest(Int8Array.from([1, -1]))).toMatchObject({ pValue: null, exactPValue: 1 });
  });
});

function everyOrder(a: number, b: number): readonly string[] {
  if (a === 0 || b === 0) return ['A'.repeat(a) + 'B'.repeat(b)];
  return [...everyOrder(a - 1, b).map((rest) => `A${rest}`), ...everyOrder(a, b - 1).map((rest) => `B${rest}`)];
}

function runsIn(order: string): number {
  return order.replace(/(.)\1*/g, '$1').length;
}
