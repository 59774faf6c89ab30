import type { Session } from '@streakline/market-time';
import type { MarketCapSplit, Run } from '../runs/run';

/**
 * One day of a reaction, relative to day 0. Returns are fractions. Daily figures run from the close of the session before,
 * cumulative ones from the close before the first day asked for: each is null where a session that it rests on lacks its
 * bar, so a cumulative one also on all days after.
 */
export interface ReactionDay {
  readonly day: number;
  readonly session: Session;
  /** As traded. */
  readonly close: number | null;
  readonly return: number | null;
  /** With dividends on their ex-dates. */
  readonly totalReturn: number | null;
  /** Total return of the benchmark. */
  readonly benchmarkReturn: number | null;
  readonly abnormalReturn: number | null;
  /** Of the abnormal return, with the forecast-error factor. */
  readonly standardError: number | null;
  readonly cumulativeReturn: number | null;
  readonly cumulativeTotalReturn: number | null;
  /** Compounded. */
  readonly cumulativeBenchmarkReturn: number | null;
  /** Sum of the daily ones, as in windows. */
  readonly cumulativeAbnormalReturn: number | null;
  readonly cumulativeStandardError: number | null;
  /** Of the company, in units of the currency; null too where a share count is missing or stale. */
  readonly marketCap: number | null;
  /** In units of trading, of the instrument's own class. */
  readonly shares: number | null;
  /** From the base close to this one: null before day 0, and where a session between them lacks its bar. */
  readonly sinceBase: SinceBase | null;
  /** The run that its close belongs to; null for an unchanged close. */
  readonly run: RunOfDay | null;
}

export interface SinceBase extends MarketCapSplit {
  readonly return: number;
}

export interface RunOfDay extends Pick<Run, 'direction' | 'start' | 'end' | 'length'> {
  /** Sessions of it up to the base session. */
  readonly lengthAtBase: number;
  /** Which session of it this is, from 1 on. */
  readonly place: number;
}
