import { createHash } from 'node:crypto';
import type { BacktestSettings } from '@streakline/backtest';
import type { SharedMarket } from './shared-market';

type Choice = Pick<BacktestSettings, 'universe' | 'benchmark'>;

/** The history that a run rests on. */
export interface LogIdentity {
  /** In the event store: nothing recorded later enters. */
  readonly position: number;
  /**
   * SHA-256 over all that is on record up to there of the instruments in use. It speaks of facts and not of a store: the
   * same history at the same positions has the same hash everywhere, and another history another one.
   */
  readonly factsHash: string;
}

/**
 * The part of a market that a run with these settings sees: its universe, its benchmark, and the benchmarks of these.
 * Whatever else was loaded stays out of reach, or a run would depend on what it was loaded with.
 */
export function marketInUse(market: SharedMarket, { universe, benchmark }: Choice): SharedMarket {
  if (universe === null) return market;
  const chosen = new Set(benchmark === null ? universe : [...universe, benchmark]);
  const beside = market.instruments.flatMap((one) => (chosen.has(one.instrumentId) ? one.benchmarks : []));
  const used = new Set([...chosen, ...beside]);
  const instruments = market.instruments.filter(({ instrumentId }) => used.has(instrumentId));
  return instruments.length === market.instruments.length ? market : { ...market, instruments };
}

/** Which history a run with these resolved settings rests on. */
export function logOf(market: SharedMarket, settings: Choice): LogIdentity {
  const hash = createHash('sha256');
  for (const { instrumentId, digest } of marketInUse(market, settings).instruments) {
    hash.update(`${instrumentId} ${digest}\n`);
  }
  return { position: market.position, factsHash: hash.digest('hex') };
}
