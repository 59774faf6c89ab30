import type { BacktestSettings, Params } from '@streakline/backtest';
import { chosenParams, logOf, packedOf, type SharedMarket, type StrategyCode } from '@streakline/backtests';
import { knownBy, unpackFacts } from '@streakline/dossiers';
import type { Exchange } from '@streakline/market-time';
import type { MetricName } from '@streakline/performance';
import { pointsOf } from '../space/points-of';
import type { SearchBudget, SearchSpace } from '../space/search-space';
import { SweepError } from '../sweep-error';
import { type WalkForward, walkForwardSplits } from '../splits/walk-forward';
import type { SweepPlan } from './sweep-plan';

export interface SweepRequest {
  readonly code: StrategyCode;
  /** Of every point, where the space does not vary them; what is left out keeps its default. */
  readonly params?: Params;
  /** Resolved on the market. */
  readonly settings: BacktestSettings;
  readonly market: SharedMarket;
  readonly space: SearchSpace;
  readonly budget?: SearchBudget;
  readonly walkForward?: WalkForward | null;
  /** Default `sharpe`. */
  readonly criterion?: MetricName;
}

/**
 * Decides all runs of a sweep.
 *
 * @throws SweepError `spaceSize`, `badSplits`
 */
export function planSweep(request: SweepRequest): SweepPlan {
  const { code, params = {}, settings, market, space, budget = {}, walkForward = null, criterion = 'sharpe' } = request;
  const points = pointsOf(space, budget).map((point) => chosenParams(code, { ...params, ...point }));
  return {
    ...{ strategy: code.name, codeHash: code.codeHash, ...logOf(market, settings), settings, space },
    ...{ seed: budget.seed ?? 1, points, criterion },
    walkForward: walkForward && {
      ...walkForward,
      splits: walkForwardSplits(sessionsOf(market, settings), settings.to, walkForward),
    },
  };
}

/** Sessions of the replay at the exchange where most instruments of the market are listed; of equals, the first by MIC. */
function sessionsOf(market: SharedMarket, { from, to }: BacktestSettings): readonly string[] {
  const counts = new Map<Exchange, number>();
  for (const { instrumentId, years } of packedOf(market)) {
    // The listing and its names are undated, and all that is needed.
    const undated = years.filter(({ year }) => year === 0);
    const exchange = knownBy(unpackFacts(instrumentId, undated), { asRecorded: market.position })?.exchange;
    if (exchange !== undefined) counts.set(exchange, (counts.get(exchange) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, n], [b, m]) => m - n || (a.mic < b.mic ? -1 : 1));
  if (most === undefined)
    throw new SweepError('badSplits', 'The market has no listed instrument: there is nothing to split.');
  const [exchange] = most;
  const { coverage } = exchange;
  const [first, last] = [from > coverage.from ? from : coverage.from, to < coverage.to ? to : coverage.to];
  return first < last ? exchange.sessions(first, last).filter((session) => session < to) : [];
}
