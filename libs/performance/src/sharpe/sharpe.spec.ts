import { aSeries } from '../../test/a-series';
import {
  deflatedSharpe,
  expectedBestSharpe,
  measuredSharpe,
  PerformanceError,
  performanceOf,
  probabilisticSharpe,
} from '../index';

/** The example of Bailey and Lopez de Prado 2014: 2.5 a year over five years of days, skewness -3, kurtosis 10. */
const measured = { sharpe: 2.5 / Math.sqrt(250), periods: 1250, skewness: -3, kurtosis: 10 };
const variance = 0.5 / 250;

describe('a deflated Sharpe ratio', () => {
  it('is that of the paper: the best of 100 trials is not beyond chance, of 46 it is', () => {
    const of100 = deflatedSharpe(measured, { trials: 100, variance });
    expect(of100.threshold).toBeCloseTo(0.1132, 4);
    expect(of100.probability).toBeCloseTo(0.9004, 4);
    expect(deflatedSharpe(measured, { trials: 46, variance }).probability).toBeCloseTo(0.9505, 4);
  });

  it.each([
    [10, 0.002, 0.07041817678129592, 0.7395093024488075],
    [1_000, 0.0004, 0.06510243027305446, 0.7755255328909705],
  ])(
    'of %d trials with variance %d is what numpy and scipy.stats.norm make of its formula',
    (trials, among, threshold, probability) => {
      const other = { sharpe: 0.1, periods: 500, skewness: -0.5, kurtosis: 5 };
      const deflated = deflatedSharpe(other, { trials, variance: among });
      expect(deflated.threshold).toBeCloseTo(threshold, 8);
      expect(deflated.probability).toBeCloseTo(probability, 8);
    },
  );

  it('is the probabilistic one of a single trial', () => {
    const { threshold, probability } = deflatedSharpe(measured, { trials: 1, variance });
    expect(threshold).toBe(0);
    expect(probability).toBe(probabilisticSharpe(measured));
  });

  it('expects more of more trials', () => {
    const best = [1, 2, 10, 1_000, 100_000].map((trials) => expectedBestSharpe({ trials, variance }));
    expect(best).toEqual(best.toSorted((a, b) => a - b));
  });

  it.each([
    { trials: 0, variance },
    { trials: 1.5, variance },
    { trials: 2, variance: -1 },
    { trials: 2, variance: NaN },
  ])('refuses %j', (trials) => {
    expect(() => expectedBestSharpe(trials)).toThrow(PerformanceError);
  });
});

describe('a probabilistic Sharpe ratio', () => {
  it('is a half where the ratio is the threshold', () => {
    expect(probabilisticSharpe(measured, measured.sharpe)).toBeCloseTo(0.5, 12);
  });

  it('is null of moments that no distribution has together', () => {
    expect(probabilisticSharpe({ sharpe: 1, periods: 100, skewness: 9, kurtosis: 3 })).toBeNull();
  });

  it('is measured on the figures of a performance', () => {
    const performance = performanceOf(aSeries);
    const sharpe = measuredSharpe(performance);
    // numpy: mean over standard deviation, scipy.stats.kurtosis(fisher=False).
    expect(sharpe?.sharpe).toBeCloseTo(0.11644, 4);
    expect(sharpe?.kurtosis).toBeCloseTo(3.03193844756713, 10);
    expect(sharpe && probabilisticSharpe(sharpe)).toBeCloseTo(performance.metrics.probabilisticSharpe ?? NaN, 12);
  });

  it.each([{ periods: 1 }, { sharpe: NaN }, { kurtosis: Infinity }])('refuses %j', (wrong) => {
    expect(() => probabilisticSharpe({ ...measured, ...wrong })).toThrow(PerformanceError);
  });
});
