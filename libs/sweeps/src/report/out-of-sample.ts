import type { BacktestResult } from '@streakline/backtest';
import { type Performance, performanceOf, returnsOfValues } from '@streakline/performance';

/** Daily returns after costs of runs that follow one another in time, each with its own capital, as one series. */
export function outOfSample(results: readonly Pick<BacktestResult, 'curve' | 'settings'>[]): Performance | null {
  const dates = results.flatMap(({ curve }) => curve.sessions);
  const returns = results.flatMap(({ curve, settings }) => returnsOfValues(settings.initialCash, curve.equity));
  const riskFreeRate = results[0]?.settings.riskFreeRate ?? 0;
  return dates.length === 0 ? null : performanceOf({ dates, returns }, { riskFreeRate });
}
