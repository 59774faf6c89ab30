import type { MetricName } from './performance';

export interface MetricWords {
  readonly name: string;
  /** How it is counted, so that nobody has to guess which of its variants this is. */
  readonly convention: string;
  readonly unit: 'fraction' | 'ratio' | 'periods';
}

/** What each figure is called, and by which convention it is computed. */
export const metricWords: Readonly<Record<MetricName, MetricWords>> = {
  totalReturn: { name: 'Total return', unit: 'fraction', convention: 'all returns compounded' },
  cagr: {
    name: 'CAGR',
    unit: 'fraction',
    convention: 'compound annual growth: (1 + total return) to the power of periods a year / periods, less 1',
  },
  volatility: {
    name: 'Volatility',
    unit: 'fraction',
    convention: 'sample standard deviation (n - 1) of the returns x the root of the periods a year',
  },
  sharpe: {
    name: 'Sharpe ratio',
    unit: 'ratio',
    convention:
      'mean over sample standard deviation of the returns beyond the risk-free rate x the root of the periods a year (Sharpe 1994)',
  },
  sortino: {
    name: 'Sortino ratio',
    unit: 'ratio',
    convention:
      'mean return beyond the risk-free rate over its downside deviation (root of the mean square of the shortfalls, over all periods) x the root of the periods a year (Sortino and Price 1994)',
  },
  calmar: {
    name: 'Calmar ratio',
    unit: 'ratio',
    convention: 'CAGR over the depth of the deepest drawdown of the whole time (Young 1991 took three years)',
  },
  maxDrawdown: {
    name: 'Deepest drawdown',
    unit: 'fraction',
    convention: 'least value over the greatest before it, the start included, less 1',
  },
  averageDrawdown: {
    name: 'Mean drawdown',
    unit: 'fraction',
    convention: 'mean of the depths of all spells below a peak',
  },
  longestDrawdown: {
    name: 'Longest drawdown',
    unit: 'periods',
    convention: 'periods from a peak to the recovery, or to the end',
  },
  alpha: {
    name: 'Alpha',
    unit: 'fraction',
    convention:
      'intercept of the least-squares line of the returns on those of the benchmark, both beyond the risk-free rate, x the periods a year (Jensen 1968; not compounded)',
  },
  beta: { name: 'Beta', unit: 'ratio', convention: 'slope of that line' },
  correlation: { name: 'Correlation', unit: 'ratio', convention: 'with the returns of the benchmark (Pearson)' },
  trackingError: {
    name: 'Tracking error',
    unit: 'fraction',
    convention: 'sample standard deviation of the returns less those of the benchmark x the root of the periods a year',
  },
  informationRatio: {
    name: 'Information ratio',
    unit: 'ratio',
    convention:
      'mean over sample standard deviation of the returns less those of the benchmark x the root of the periods a year',
  },
  benchmarkReturn: {
    name: "Benchmark's return",
    unit: 'fraction',
    convention: 'its returns compounded, over the periods that both have',
  },
  excessReturn: {
    name: 'Beyond the benchmark',
    unit: 'fraction',
    convention: 'total return less that of the benchmark, over the periods that both have',
  },
  valueAtRisk: {
    name: 'Value at risk, 95%',
    unit: 'fraction',
    convention: "historical, of one period: the returns' 5% quantile (linear between neighbours), a loss is negative",
  },
  expectedShortfall: {
    name: 'Expected shortfall, 95%',
    unit: 'fraction',
    convention: 'historical, of one period: mean of the returns at or below the value at risk',
  },
  tailRatio: { name: 'Tail ratio', unit: 'ratio', convention: '95% quantile of the returns over the 5% one, absolute' },
  hitRate: { name: 'Hit rate', unit: 'fraction', convention: 'share of all periods whose return is above 0' },
  skewness: { name: 'Skewness', unit: 'ratio', convention: 'third standardised moment, divided by n' },
  kurtosis: {
    name: 'Excess kurtosis',
    unit: 'ratio',
    convention: 'fourth standardised moment, divided by n, less 3 (0 of a normal distribution)',
  },
  best: { name: 'Best period', unit: 'fraction', convention: 'greatest return' },
  worst: { name: 'Worst period', unit: 'fraction', convention: 'least return' },
  bestMonth: { name: 'Best month', unit: 'fraction', convention: 'of the calendar, as far as the series covers it' },
  worstMonth: { name: 'Worst month', unit: 'fraction', convention: 'of the calendar, as far as the series covers it' },
  probabilisticSharpe: {
    name: 'Probabilistic Sharpe ratio',
    unit: 'fraction',
    convention:
      'chance that the true Sharpe ratio is above 0, given length, skewness and kurtosis of the returns (Bailey and Lopez de Prado 2012); of one trial: a sweep deflates it',
  },
};
