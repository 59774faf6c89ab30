import type { BacktestResult, EquityCurve } from '@streakline/backtest';
import type { ReturnSeries } from '../series/return-series';

/** The returns of a run, after costs and before, beside those of its benchmark. */
export interface RunSeries {
  readonly net: ReturnSeries;
  readonly gross: ReturnSeries;
  /** The benchmark by itself: where it has no bar its value stands still. Null where the run has none. */
  readonly benchmark: ReturnSeries | null;
}

/** Null where the run has no session: it failed before the first close. */
export function seriesOf({ curve, settings }: Pick<BacktestResult, 'curve' | 'settings'>): RunSeries | null {
  const { sessions: dates, equity, grossEquity } = curve;
  if (dates.length === 0) return null;
  const benchmark = pairedReturns(curve);
  return {
    net: { dates, returns: returnsOfValues(settings.initialCash, equity), benchmark },
    gross: { dates, returns: returnsOfValues(settings.initialCash, grossEquity), benchmark },
    benchmark: curve.benchmark && { dates, returns: returnsOfValues(1, carried(curve.benchmark)) },
  };
}

/**
 * Returns of a value from one period to the next, `start` before the first. What is lost below zero stays lost: from there
 * on returns are 0, and no ratio of two debts passes for a gain.
 */
export function returnsOfValues(start: number, values: readonly number[]): readonly number[] {
  let before = start;
  return values.map((value) => {
    if (before <= 0) return 0;
    const change = Math.max(value, 0) / before - 1;
    before = value;
    return change;
  });
}

/** Null on a session without a bar, and on the one after it: its return would be one over two sessions. */
function pairedReturns({ benchmark }: EquityCurve): readonly (number | null)[] | null {
  if (benchmark === null) return null;
  return benchmark.map((value, at) => {
    const before = at === 0 ? 1 : (benchmark[at - 1] ?? null);
    return value === null || before === null ? null : value / before - 1;
  });
}

function carried(values: readonly (number | null)[]): readonly number[] {
  let last = 1;
  return values.map((value) => (last = value ?? last));
}
