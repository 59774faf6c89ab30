import { deflated, deflationOf } from './deflation-of';

const trial = (sharpe: number | null) => ({
  sharpe: sharpe === null ? null : { sharpe, periods: 500, skewness: -0.5, kurtosis: 6 },
});
const stored = [trial(0.1), trial(0.05), trial(0), trial(null), trial(-0.05)];

/* Expected values from Python's statistics.NormalDist, by the formulas of Bailey and Lopez de Prado (2014). */
describe('the deflation of a strategy', () => {
  it('counts every stored trial, and takes the variance of those that have a Sharpe ratio', () => {
    const { trials, measured, variance, threshold, thresholdAYear } = deflationOf(stored);
    expect([trials, measured]).toEqual([5, 4]);
    expect(variance).toBeCloseTo(0.00416666667, 10);
    expect(threshold).toBeCloseTo(0.07698161, 7);
    expect(thresholdAYear).toBeCloseTo(1.2220452, 6);
  });

  it('judges each trial as one of so many', () => {
    const deflation = deflationOf(stored);
    expect(deflated(stored[0]!, deflation)).toBeCloseTo(0.69105372, 6);
    expect(deflated(stored[4]!, deflation)).toBeCloseTo(0.00206474, 6);
    expect(deflated(stored[3]!, deflation)).toBeNull();
  });

  it('takes nothing from a first and only trial', () => {
    expect(deflationOf([trial(0.1)])).toMatchObject({ trials: 1, variance: 0, threshold: 0 });
    expect(deflationOf([])).toMatchObject({ trials: 0, threshold: 0 });
  });

  it('takes the more, the more was tried', () => {
    const many = (count: number) => deflationOf(Array.from({ length: count }, (_, i) => trial(i % 2 === 0 ? 0.1 : 0)));
    const thresholds = [4, 40, 400].map((count) => many(count).threshold);
    expect(thresholds[0]).toBeLessThan(thresholds[1]!);
    expect(thresholds[1]).toBeLessThan(thresholds[2]!);
  });
});
