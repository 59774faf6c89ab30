import type { BacktestResult, EquityCurve, UniverseCounts } from '../result/result';
import type { UnfilledReason } from '../strategy/context';
import type { Strategy } from '../strategy/strategy';
import { benchmarkCurve } from './benchmark-curve';
import type { Replay } from './replay';
import type { Stage } from './stage';
import { warningsOf } from './warnings';

/** What a replay that has ended brought. */
export function resultOf(strategy: Strategy, replay: Replay, tradingAtStart: number): BacktestResult {
  const { stage, calls, params, log, bars, announcements, traded } = replay;
  const { settings, ledger, book } = stage;
  const { failure } = calls;
  const orders = book.all;
  const last = stage.session;
  const open = last === null ? [] : ledger.openTrades(last);
  return {
    ...{ strategy: strategy.name, params, settings, state: failure === null ? 'done' : 'failed', failure },
    curve: curveOf(replay),
    orders,
    trades: [...ledger.trades, ...open],
    positionEvents: [...ledger.events],
    universe: countsOf(stage, traded, tradingAtStart),
    costs: { ...ledger.costs },
    counts: { bars, announcements, orders: orders.length, unfilled: unfilledOf(replay) },
    log,
    staleMarks: replay.stale.all,
    warnings: warningsOf(replay),
  };
}

function curveOf({ stage, recorder }: Replay): EquityCurve {
  const { columns } = recorder;
  const { benchmark } = stage.settings;
  const known = stage.market.instruments.find(({ instrumentId }) => instrumentId === benchmark)?.known;
  return { ...columns, benchmark: known === undefined ? null : benchmarkCurve(known, columns.sessions) };
}

function countsOf(stage: Stage, traded: ReadonlySet<number>, tradingAtStart: number): UniverseCounts {
  const { cursors, now } = stage;
  const isGone = (index: number) => {
    const delisting = cursors[index]!.delisting(now);
    return delisting !== null && cursors[index]!.known.table.closeOf(delisting.lastSession) <= now;
  };
  return {
    ...{ traded: traded.size, tradingAtStart, tradingAtEnd: stage.instruments.length },
    delisted: [...traded].filter(isGone).length,
  };
}

function unfilledOf({ stage }: Replay): BacktestResult['counts']['unfilled'] {
  const counts: Partial<Record<UnfilledReason, number>> = {};
  for (const { unfilled } of stage.book.all) if (unfilled !== null) counts[unfilled] = (counts[unfilled] ?? 0) + 1;
  return counts;
}
