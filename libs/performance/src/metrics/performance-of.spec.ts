import { exchange } from '@streakline/market-time';
import * as fc from 'fast-check';
import { aSeries } from '../../test/a-series';
import { metricNames, metricWords, type MetricName, PerformanceError, performanceOf } from '../index';

const dates = (count: number) => exchange('XNYS').sessions('2020-01-02', '2025-12-31').slice(0, count);
const of = (returns: readonly number[], benchmark?: readonly (number | null)[]) =>
  performanceOf({ dates: dates(returns.length), returns, ...(benchmark ? { benchmark } : {}) });

/** By numpy 2.4 and scipy.stats: np.prod, np.std(ddof=1), np.percentile, linregress, skew, kurtosis. */
const expected: Partial<Record<MetricName, number>> = {
  totalReturn: 0.03186796207635778,
  cagr: 0.39012338455334117,
  volatility: 0.18746843212519346,
  sharpe: 1.690628446191214,
  sortino: 2.439586767027116,
  calmar: 14.449014242716327,
  maxDrawdown: -0.027000000000000024,
  averageDrawdown: -0.02097743366666671,
  longestDrawdown: 10,
  alpha: 0.06307940057743035,
  beta: 1.4068987889273357,
  correlation: 0.9752576065728404,
  trackingError: 0.06718355777109909,
  informationRatio: 2.0317471198097112,
  benchmarkReturn: 0.019405493491415404,
  excessReturn: 0.012462468584942377,
  valueAtRisk: -0.01995,
  expectedShortfall: -0.024,
  tailRatio: 0.8370927318295738,
  hitRate: 0.5833333333333334,
  skewness: -0.5588837744262288,
  kurtosis: 0.03193844756713071,
  best: 0.022,
  worst: -0.027,
  probabilisticSharpe: 0.6896493461646455,
};

describe('the figures of a series', () => {
  const performance = performanceOf(aSeries, { riskFreeRate: 0.03 });

  it.each(Object.entries(expected))('have the %s that numpy has', (name, value) => {
    expect(performance.metrics[name as keyof typeof expected]).toBeCloseTo(value, 10);
  });

  it('say what they rest on', () => {
    expect(performance).toMatchObject({ from: '2026-01-02', to: '2026-02-05', periods: 24, periodsAYear: 252 });
    expect(performance.missing).toEqual({});
    expect(Object.keys(metricWords)).toEqual([...metricNames]);
  });

  it('list the deepest drawdowns with their dates, from the peak to the recovery', () => {
    expect(performance.drawdowns.map(({ peak, trough, recovered }) => [peak, trough, recovered])).toEqual([
      ['2026-01-23', '2026-01-26', '2026-02-04'],
      ['2026-01-02', '2026-01-07', '2026-01-16'],
      ['2026-01-16', '2026-01-22', '2026-01-23'],
    ]);
    expect(performance.drawdowns[0]).toMatchObject({ toTrough: 1, length: 8 });
  });

  it('compound months and years', () => {
    const { months, years } = performanceOf({
      dates: ['2025-12-30', '2025-12-31', '2026-01-02'],
      returns: [0.1, 0.1, -0.5],
    });
    expect(months.map(({ period, return: one }) => [period, one.toFixed(10)])).toEqual([
      ['2025-12', '0.2100000000'],
      ['2026-01', '-0.5000000000'],
    ]);
    expect(years.map(({ period }) => period)).toEqual(['2025', '2026']);
  });

  it('are over the periods that the benchmark has too, where they compare', () => {
    const { metrics } = of([0.1, 0.2, -0.1, 0.05], [0.05, null, -0.05, 0.025]);
    // Each is twice the benchmark's, wherever there is one: a line through the origin with slope 2.
    expect(metrics.beta).toBeCloseTo(2, 12);
    expect(metrics.alpha).toBeCloseTo(0, 12);
    expect(metrics.benchmarkReturn).toBeCloseTo(1.05 * 0.95 * 1.025 - 1, 12);
    expect(metrics.excessReturn).toBeCloseTo(1.1 * 0.9 * 1.05 - 1.05 * 0.95 * 1.025, 12);
  });
});

describe('the figures of a very long series', () => {
  it('are found however many drawdowns it has', () => {
    const count = 300_000;
    const long = Array.from({ length: count }, (_, at) => new Date(at * 86_400_000).toISOString().slice(0, 10));
    const returns = long.map((_, at) => (at % 2 === 0 ? -0.5 : 1));
    const { metrics } = performanceOf({ dates: long, returns });
    expect(metrics).toMatchObject({
      totalReturn: 0,
      maxDrawdown: -0.5,
      averageDrawdown: -0.5,
      longestDrawdown: 2,
      hitRate: 0.5,
    });
  });
});

describe('a figure that cannot be computed', () => {
  it('is null, with the reason', () => {
    const { metrics, missing } = of([0.01]);
    expect(metrics).toMatchObject({ sharpe: null, volatility: null, beta: null, hitRate: 1 });
    expect(missing).toMatchObject({
      sharpe: 'fewer than two returns',
      volatility: 'fewer than two returns',
      sortino: 'no return is below the risk-free rate',
      beta: 'no benchmark was given',
      calmar: 'there is no drawdown',
    });
  });

  it('is not made of rounding: a constant return has no Sharpe ratio', () => {
    const { metrics, missing } = of(Array.from({ length: 50 }, () => 0.0001));
    expect(metrics.sharpe).toBeNull();
    expect(missing).toMatchObject({ sharpe: 'the returns do not vary', skewness: 'the returns do not vary' });
  });

  it('is not rounding where the truth is 0: the volatility of a constant return, the tracking error at a constant distance', () => {
    expect(of(Array.from({ length: 50 }, () => 0.0001)).metrics.volatility).toBe(0);
    expect(of([0.1, 0.3, 0.2], [0, 0.2, 0.1]).metrics.trackingError).toBe(0);
  });

  it('is null, not 0, where its parts are beyond what a number holds', () => {
    const { metrics, missing } = of([1e300, 0.01, 0.02], [1e200, 0.01, 0.03]);
    expect(metrics).toMatchObject({ volatility: null, sharpe: null, beta: null, kurtosis: null, trackingError: null });
    expect(missing.volatility).toBe('it has no finite value for these returns');
    expect(missing.probabilisticSharpe).toBe('its moments are beyond what a number holds');
  });

  it('is not a beta to a benchmark that stands still, nor an information ratio against itself', () => {
    expect(of([0.1, -0.1, 0.2], [0, 0, 0]).missing.beta).toBe('the returns of the benchmark do not vary');
    expect(of([0.1, -0.1, 0.2], [0.1, -0.1, 0.2]).missing.informationRatio).toContain('by nothing');
  });

  it('is null after all is lost, and the rest stands', () => {
    const { metrics, drawdowns } = of([0.1, -1, 0.5]);
    expect(metrics).toMatchObject({ totalReturn: -1, cagr: -1, maxDrawdown: -1, calmar: -1 });
    expect(drawdowns).toHaveLength(1);
    expect(drawdowns[0]?.recovered).toBeNull();
  });

  it('is never NaN, whatever the returns', () => {
    const one = fc.oneof(fc.constantFrom(0, -1, 0.01, 1e-300), fc.double({ min: -1, max: 1e6, noNaN: true }));
    fc.assert(
      fc.property(fc.array(fc.tuple(one, fc.option(one)), { minLength: 1, maxLength: 40 }), (pairs) => {
        const performance = of(
          pairs.map(([own]) => own),
          pairs.map(([, other]) => other),
        );
        for (const name of metricNames) {
          const value = performance.metrics[name];
          if (value === null) expect(performance.missing[name]).toEqual(expect.any(String));
          else expect(Number.isFinite(value)).toBe(true);
        }
      }),
    );
  });
});

describe('returns that cannot be', () => {
  const refusalOf = (act: () => unknown) => {
    try {
      act();
    } catch (error) {
      if (error instanceof PerformanceError) return error.message;
    }
    return null;
  };
  it.each([
    [{ dates: [], returns: [] }, 'there are no returns: give at least one'],
    [{ dates: ['2026-01-02'], returns: [] }, 'there are 1 dates and 0 returns: give a return for each date'],
    [{ dates: ['2026-01-02'], returns: [NaN] }, 'the return of 2026-01-02 is NaN: give a finite fraction'],
    [
      { dates: ['2026-01-02'], returns: [-2] },
      'the return of 2026-01-02 is -2: nobody loses more than all; give fractions, not percent',
    ],
    [
      { dates: ['2026-01-05', '2026-01-06'], returns: [1e200, 1e200] },
      'the returns up to 2026-01-06 compound to more than a number holds: give fractions, not percent',
    ],
    [
      { dates: ['2026-01-05', '2026-01-05'], returns: [0, 0] },
      '2026-01-05 follows 2026-01-05: give each date once, in ascending order',
    ],
    [
      { dates: ['2026-01-02'], returns: [0], benchmark: [Infinity] },
      "the benchmark's return of 2026-01-02 is Infinity: give a finite fraction",
    ],
  ])('are refused: %j', (series, message) => {
    expect(refusalOf(() => performanceOf(series))).toBe(message);
  });

  it('are refused with options that nothing can be annualised by', () => {
    expect(refusalOf(() => performanceOf(aSeries, { periodsAYear: 0 }))).toContain('0 periods a year');
    expect(refusalOf(() => performanceOf(aSeries, { riskFreeRate: -1 }))).toContain('a risk-free rate of -1');
  });
});
