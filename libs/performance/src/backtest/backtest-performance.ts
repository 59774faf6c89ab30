import type { BacktestResult } from '@streakline/backtest';
import { performanceOf } from '../metrics/performance-of';
import type { Performance, PerformanceOptions } from '../metrics/performance';
import { seriesOf } from './curve-series';
import { type TradingFigures, tradingFigures } from './trading-figures';

/** The figures of a backtest: after costs, before them, of its benchmark, and of its trading. */
export interface BacktestPerformance {
  readonly net: Performance;
  readonly gross: Performance;
  readonly benchmark: Performance | null;
  readonly trading: TradingFigures;
}

/** Null where the run has no session to measure: it failed before its first close. The risk-free rate is the run's own. */
export function backtestPerformance(
  result: BacktestResult,
  options: Pick<PerformanceOptions, 'periodsAYear'> = {},
): BacktestPerformance | null {
  const series = seriesOf(result);
  if (series === null) return null;
  const chosen = { ...options, riskFreeRate: result.settings.riskFreeRate };
  const net = performanceOf(series.net, chosen);
  return {
    net,
    gross: performanceOf(series.gross, chosen),
    benchmark: series.benchmark && performanceOf(series.benchmark, chosen),
    trading: tradingFigures(result, net.periodsAYear),
  };
}
