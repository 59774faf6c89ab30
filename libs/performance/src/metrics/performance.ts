import type { Drawdown } from '../drawdowns/drawdowns';
import type { CalendarReturn } from '../calendar/calendar-returns';

/** In the order of reports. `metricWords` says what each is, and by which convention. */
export const metricNames = [
  'totalReturn',
  'cagr',
  'volatility',
  'sharpe',
  'sortino',
  'calmar',
  'maxDrawdown',
  'averageDrawdown',
  'longestDrawdown',
  'alpha',
  'beta',
  'correlation',
  'trackingError',
  'informationRatio',
  'benchmarkReturn',
  'excessReturn',
  'valueAtRisk',
  'expectedShortfall',
  'tailRatio',
  'hitRate',
  'skewness',
  'kurtosis',
  'best',
  'worst',
  'bestMonth',
  'worstMonth',
  'probabilisticSharpe',
] as const;
export type MetricName = (typeof metricNames)[number];

/** The standard figures of a series of returns. None is ever NaN: what cannot be computed is null, and `missing` says why. */
export interface Performance {
  readonly from: string;
  readonly to: string;
  readonly periods: number;
  /** By which figures are annualised. */
  readonly periodsAYear: number;
  /** Annual, a fraction. */
  readonly riskFreeRate: number;
  readonly metrics: Readonly<Record<MetricName, number | null>>;
  readonly missing: Readonly<Partial<Record<MetricName, string>>>;
  /** The five deepest, deepest first. */
  readonly drawdowns: readonly Drawdown[];
  readonly months: readonly CalendarReturn[];
  readonly years: readonly CalendarReturn[];
}

export interface PerformanceOptions {
  /** Default: by the dates (252 for sessions). */
  readonly periodsAYear?: number;
  /** Annual, a fraction; default 0. */
  readonly riskFreeRate?: number;
}
