import { percent, signed, whole } from '../../words/numbers';
import { NOTHING } from '../../words/nothing';
import type { MetricName, TradingName } from './run';

type Unit = 'change' | 'share' | 'ratio' | 'sessions';

interface Meaning {
  readonly name: string;
  /** What it says, in one line and without formulas; docs/guides/tearsheets.md says how each is counted. */
  readonly means: string;
  readonly unit: Unit;
}

/** The figures that one looks for first. */
export const HEADLINE: readonly MetricName[] = [
  'totalReturn',
  'cagr',
  'volatility',
  'sharpe',
  'maxDrawdown',
  'hitRate',
];

export const METRICS: Readonly<Record<MetricName, Meaning>> = {
  totalReturn: {
    name: 'Total return',
    unit: 'change',
    means: 'What one unit of money gained or lost over the whole time',
  },
  cagr: { name: 'Return a year', unit: 'change', means: 'The steady yearly rate that comes to the same (CAGR)' },
  volatility: { name: 'Volatility', unit: 'share', means: 'How far returns spread around their mean, a year' },
  sharpe: {
    name: 'Sharpe ratio',
    unit: 'ratio',
    means: 'Return beyond the risk-free rate for each unit of volatility',
  },
  sortino: { name: 'Sortino ratio', unit: 'ratio', means: 'The same, counting only what fell short' },
  calmar: { name: 'Calmar ratio', unit: 'ratio', means: 'Return a year for each unit of the deepest fall' },
  maxDrawdown: {
    name: 'Deepest fall',
    unit: 'change',
    means: 'The most that was lost from a peak to a later trough (maximum drawdown)',
  },
  averageDrawdown: { name: 'Mean fall', unit: 'change', means: 'Mean depth of all spells below a peak' },
  longestDrawdown: {
    name: 'Longest below a peak',
    unit: 'sessions',
    means: 'From a peak to the recovery, or to the end',
  },
  alpha: { name: 'Alpha', unit: 'change', means: 'Return a year that the moves of the benchmark do not account for' },
  beta: { name: 'Beta', unit: 'ratio', means: 'How far it moved for each move of the benchmark by one' },
  correlation: { name: 'Correlation', unit: 'ratio', means: 'How closely it moved with the benchmark, from −1 to 1' },
  trackingError: { name: 'Tracking error', unit: 'share', means: 'How far it strayed from the benchmark, a year' },
  informationRatio: {
    name: 'Information ratio',
    unit: 'ratio',
    means: 'Return beyond the benchmark for each unit of straying',
  },
  benchmarkReturn: {
    name: "Benchmark's return",
    unit: 'change',
    means: 'Of the benchmark, over the sessions that both have',
  },
  excessReturn: { name: 'Beyond the benchmark', unit: 'change', means: 'Total return less that of the benchmark' },
  valueAtRisk: {
    name: 'Value at risk, 95%',
    unit: 'change',
    means: 'One session in twenty was as bad as this, or worse',
  },
  expectedShortfall: { name: 'Expected shortfall, 95%', unit: 'change', means: 'The mean of those bad sessions' },
  tailRatio: { name: 'Tail ratio', unit: 'ratio', means: 'Size of the best twentieth against the worst' },
  hitRate: { name: 'Hit rate', unit: 'share', means: 'Share of all sessions that gained' },
  skewness: { name: 'Skewness', unit: 'ratio', means: 'Below 0: the large moves are falls; above 0: rises' },
  kurtosis: {
    name: 'Excess kurtosis',
    unit: 'ratio',
    means: 'Above 0: large moves are commoner than a normal curve has them',
  },
  best: { name: 'Best session', unit: 'change', means: 'Greatest return of one session' },
  worst: { name: 'Worst session', unit: 'change', means: 'Least return of one session' },
  bestMonth: { name: 'Best month', unit: 'change', means: 'Greatest return of a calendar month' },
  worstMonth: { name: 'Worst month', unit: 'change', means: 'Least return of a calendar month' },
  probabilisticSharpe: {
    name: 'Probabilistic Sharpe ratio',
    unit: 'share',
    means: 'Chance that the true Sharpe ratio is above 0; of the best of many trials it says too much',
  },
};

export const METRIC_NAMES = Object.keys(METRICS) as readonly MetricName[];

export const TRADING: Readonly<Record<TradingName, Meaning>> = {
  turnover: { name: 'Turnover a year', unit: 'ratio', means: 'How often the portfolio was exchanged' },
  costShare: { name: 'Costs', unit: 'share', means: 'Slippage, commission and borrow fees, of the initial cash' },
  trades: { name: 'Trades', unit: 'sessions', means: 'From entry to exit; those open at the end are among them' },
  tradeHitRate: { name: 'Winning trades', unit: 'share', means: 'Share of the closed trades that gained after costs' },
  profitFactor: {
    name: 'Profit factor',
    unit: 'ratio',
    means: 'What winning trades gained over what losing ones lost',
  },
  meanTradeReturn: { name: 'Mean return of a trade', unit: 'change', means: 'Of the most that was invested in it' },
  meanWin: { name: 'Mean win', unit: 'change', means: 'Mean return of the winning trades' },
  meanLoss: { name: 'Mean loss', unit: 'change', means: 'Mean return of the losing trades' },
  meanHolding: { name: 'Mean holding', unit: 'ratio', means: 'Sessions that a closed trade was held' },
  grossExposure: { name: 'Gross exposure', unit: 'share', means: 'Longs and shorts together, of the equity' },
  netExposure: { name: 'Net exposure', unit: 'change', means: 'Longs less shorts, of the equity' },
  timeInvested: { name: 'Time invested', unit: 'share', means: 'Share of the sessions that closed with a position' },
};

export const TRADING_NAMES = Object.keys(TRADING) as readonly TradingName[];

/** A figure as its unit is written: +1.72%, 18.00%, 1.60, 61. */
export function figureText(value: number | null | undefined, unit: Unit): string {
  if (value === null || value === undefined) return NOTHING;
  if (unit === 'sessions') return whole(value);
  if (unit === 'change') return percent(value);
  return unit === 'share' ? `${plain(value * 100)}%` : plain(value);
}

/** With its own minus, and no plus: what is no gain has none. */
function plain(value: number): string {
  return signed(value).replace(/^\+/, '');
}
