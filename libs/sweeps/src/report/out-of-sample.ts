import type { BacktestResult } from '@streakline/backtest';
import { type Performance, performanceOf } from '@streakline/performance';

/** Daily returns after costs of runs that follow one another in time, each with its own capital, as one series. */
export function outOfSample(results: readonly Pick<BacktestResult, 'curve' | 'settings'>[]): Performance | null {
  const dates: string[] = [];
  const returns: number[] = [];
  for (const { curve, settings } of results) {
    let before = settings.initialCash;
    curve.equity.forEach((equity, i) => {
      dates.push(curve.sessions[i]!);
      // What is lost below zero stays lost.
      returns.push(before <= 0 ? 0 : Math.max(equity, 0) / before - 1);
      before = equity;
    });
  }
  const riskFreeRate = results[0]?.settings.riskFreeRate ?? 0;
  return dates.length === 0 ? null : performanceOf({ dates, returns }, { riskFreeRate });
}
