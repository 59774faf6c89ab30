import type { BacktestResult, EquityCurve, UniverseCounts } from '../result/result';
import type { UnfilledReason } from '../strategy/context';
import type { Strategy } from '../strategy/strategy';
import { benchmarkCurve } from './benchmark-curve';
import type { Replay } from './replay';
import type { Stage } from './stage';

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
    universe: countsOf(stage, traded.size, tradingAtStart),
    costs: { ...ledger.costs },
    counts: { bars, announcements, orders: orders.length, unfilled: unfilledOf(replay) },
    log,
    warnings: warningsOf(replay),
  };
}

function curveOf({ stage, recorder }: Replay): EquityCurve {
  const { columns } = recorder;
  const { benchmark } = stage.settings;
  const known = stage.market.instruments.find(({ instrumentId }) => instrumentId === benchmark)?.known;
  return { ...columns, benchmark: known === undefined ? null : benchmarkCurve(known, columns.sessions) };
}

function countsOf(stage: Stage, traded: number, tradingAtStart: number): UniverseCounts {
  const { universe, cursors, now } = stage;
  const isGone = (index: number) => {
    const delisting = cursors[index]!.delisting(now);
    return delisting !== null && cursors[index]!.known.table.closeOf(delisting.lastSession) <= now;
  };
  return {
    ...{ traded, tradingAtStart, tradingAtEnd: stage.instruments.length },
    delisted: universe.filter((index) => traded > 0 && isGone(index)).length,
  };
}

function unfilledOf({ stage }: Replay): BacktestResult['counts']['unfilled'] {
  const counts: Partial<Record<UnfilledReason, number>> = {};
  for (const { unfilled } of stage.book.all) if (unfilled !== null) counts[unfilled] = (counts[unfilled] ?? 0) + 1;
  return counts;
}

function warningsOf({ stage, auctioneer }: Replay): readonly string[] {
  const { market, settings, universe } = stage;
  const warnings: string[] = [];
  const others = market.instruments.filter(({ known }) => known.listing.currency !== settings.currency).length;
  if (others > 0)
    warnings.push(`${others} instruments are in another currency than ${settings.currency}, and were left out.`);
  const silent = universe.filter((index) => market.instruments[index]!.known.sessions.length === 0).length;
  if (silent > 0) warnings.push(`${silent} instruments of the universe have no bar on record.`);
  const uncapped = [...auctioneer.withoutVolume].sort();
  if (uncapped.length > 0) {
    const named =
      uncapped.length > 5 ? `${uncapped.slice(0, 5).join(', ')} and ${uncapped.length - 5} more` : uncapped.join(', ');
    warnings.push(`No volume is on record for ${named}: orders of them were not capped by it.`);
  }
  return warnings;
}
