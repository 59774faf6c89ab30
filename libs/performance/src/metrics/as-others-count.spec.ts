import { exchange } from '@streakline/market-time';
import { type MetricName, performanceOf } from '../index';

/** Four hundred sessions that two formulas decide, so that any other program can be asked about the same ones. */
const toMillionths = (value: number) => Math.round(value * 1e6) / 1e6;
const places = Array.from({ length: 400 }, (_, at) => at);
const benchmark = places.map((i) => toMillionths(0.0004 + 0.009 * Math.sin(i * 1.7) + 0.006 * Math.sin(i * i * 0.37)));
const returns = places.map((i) => toMillionths(0.0002 + 1.2 * benchmark[i]! + 0.007 * Math.sin(i * i * 0.11 + 1)));
const dates = exchange('XNYS').sessions('2023-01-03', '2024-12-31').slice(0, 400);

/**
 * By empyrical-reloaded 0.5, pandas 2.3 and scipy 1.17, at a risk-free rate of 1.03^(1/252) - 1 a period. Its information
 * ratio is of a period (x root of 252 here), its alpha compounded: that of scipy.stats.linregress x 252 stands here.
 */
const expected: Partial<Record<MetricName, number>> = {
  totalReturn: 0.5178657291130455,
  cagr: 0.3006996216646538,
  volatility: 0.1702077813131072,
  sharpe: 1.4565604592287076,
  sortino: 2.21693597283617,
  calmar: 2.9585102630086224,
  maxDrawdown: -0.10163886379723451,
  alpha: 0.11271478215063956,
  beta: 1.2253834552074847,
  correlation: 0.8873117870605655,
  trackingError: 0.08326497559163946,
  informationRatio: 1.6523460076989973,
  benchmarkReturn: 0.23365655746517788,
  excessReturn: 0.28420917164786763,
  valueAtRisk: -0.01649535,
  expectedShortfall: -0.01984305,
  tailRatio: 1.1273207297814227,
  skewness: -0.04128104241800346,
  kurtosis: -0.6912839651339522,
  hitRate: 0.54,
  best: 0.023791,
  worst: -0.024063,
  bestMonth: 0.07786392887901661,
  worstMonth: -0.04284239392106837,
  probabilisticSharpe: 0.9661375101879787,
};

describe('the figures of four hundred sessions', () => {
  const { metrics, years } = performanceOf({ dates, returns, benchmark }, { riskFreeRate: 0.03 });

  it.each(Object.entries(expected))('have the %s that empyrical and scipy have', (name, value) => {
    expect(metrics[name as MetricName]).toBeCloseTo(value, 10);
  });

  it('have their years', () => {
    expect(years.map(({ period, return: one }) => [period, one.toFixed(6)])).toEqual([
      ['2023', '0.302869'],
      ['2024', '0.165018'],
    ]);
  });
});
