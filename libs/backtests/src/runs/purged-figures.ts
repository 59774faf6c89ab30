import type { BacktestResult, EquityCurve } from '@streakline/backtest';
import { backtestPerformance } from '@streakline/performance';
import type { PurgedFigures } from './kept-run';

/**
 * The figures of a run without its unfinished business. A position that is open at the end was decided within the run, and
 * is answered for after it: its window overlaps whatever comes next. One portfolio cannot be told without one of its
 * positions, so every session from the first such entry on is left out. Null where nothing is open at the end.
 */
export function purgedFigures(result: BacktestResult): PurgedFigures | null {
  const { curve, trades } = result;
  const entries = trades.filter(({ exitSession }) => exitSession === null).map(({ entrySession }) => entrySession);
  const [from] = entries.sort();
  if (from === undefined) return null;
  const sessions = curve.sessions.filter((session) => session < from).length;
  const before = {
    ...result,
    curve: firstOf(curve, sessions),
    trades: trades.filter(({ exitSession }) => exitSession !== null && exitSession < from),
  };
  const metrics = sessions === 0 ? null : (backtestPerformance(before)?.net.metrics ?? null);
  return { from, sessions, of: curve.sessions.length, metrics };
}

function firstOf(curve: EquityCurve, count: number): EquityCurve {
  const columns = Object.entries(curve).map(([name, column]) => [
    name,
    (column as readonly unknown[] | null)?.slice(0, count) ?? null,
  ]);
  return Object.fromEntries(columns) as EquityCurve;
}
