import type { Market } from '../market/market';
import type { BacktestResult } from '../result/result';
import type { Strategy } from '../strategy/strategy';
import { Replay } from './replay';
import { resultOf } from './result-of';
import type { RunOptions } from './run-options';

/** Raised whenever the same strategy and market may come to other figures than before: part of every manifest. */
export const ENGINE_VERSION = 2;

/**
 * Replays the market through a strategy. The same market, strategy, parameters and settings give the same result. What
 * the strategy throws ends the run: `state` is then `failed`, and everything up to that instant is in the result.
 *
 * @throws BacktestError `badParams`
 */
export function runBacktest(market: Market, strategy: Strategy, options: RunOptions): BacktestResult {
  const replay = new Replay(market, strategy, options);
  const tradingAtStart = replay.stage.instruments.length;
  replay.run();
  return resultOf(strategy, replay, tradingAtStart);
}
