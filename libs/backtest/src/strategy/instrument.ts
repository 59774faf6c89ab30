import type { KnownAct, KnownObservation, KnownSchedule, KnownSector, Reaction } from '@streakline/dossiers';
import type { Session } from '@streakline/market-time';

/** The run in force at the newest known close: a maximal row of falling or rising closes. Null after an unchanged close. */
export interface RunInForce {
  readonly direction: 'rising' | 'falling';
  readonly start: Session;
  /** Sessions. */
  readonly length: number;
  /** From the close before its first session to the newest close, a fraction. */
  readonly return: number;
}

/**
 * An instrument as it is known at the replay's instant. Whatever is asked, nothing that became public later answers:
 * `sessionsAgo` counts back along its own bars, 0 being the newest known one; a negative number throws LookAheadError,
 * one beyond the tape's beginning answers NaN (null for sessions). Prices are as traded.
 */
export interface Instrument {
  readonly id: string;
  /** MIC:SYMBOL in force at this instant. */
  readonly ref: string;
  readonly currency: string;
  /** Bars known. */
  readonly length: number;
  /** Whether it trades on: it has a bar, has not been delisted as far as is known, and is not halted at this instant. */
  readonly isTrading: boolean;
  /** Place in the market's list of instruments, the same at every instant: an index for arrays of the strategy's own. */
  readonly index: number;
  session(sessionsAgo?: number): Session | null;
  open(sessionsAgo?: number): number;
  high(sessionsAgo?: number): number;
  low(sessionsAgo?: number): number;
  close(sessionsAgo?: number): number;
  volume(sessionsAgo?: number): number;
  /** Price return over the last `sessions` bars, split-adjusted, a fraction. */
  return(sessions?: number, sessionsAgo?: number): number;
  /** With dividends and distributions on their ex-dates. */
  totalReturn(sessions?: number, sessionsAgo?: number): number;
  /**
   * Of the company, in units of the currency, at the close of that bar; NaN where no share count was known then or it was
   * stale, and where other classes of the issuer trade: their bars are other instruments', each with an epoch of its own.
   */
  marketCap(sessionsAgo?: number): number;
  /** Mean daily volume of the last `sessions` bars, in shares of the newest one (split-adjusted). */
  averageVolume(sessions: number): number;
  run(): RunInForce | null;
  /** Announcements and amendments that concern it, as known now, oldest first. */
  announcements(): readonly KnownAct[];
  /** Its reaction to an announcement or amendment (`of`, its id), as far as it can be told now; null where none is known of. */
  reaction(of: string): InstrumentReaction | null;
  sector(scheme: string): KnownSector | null;
  /** When announcements were to come, as last heard. */
  schedules(): readonly KnownSchedule[];
  /** By instant, kind and source. */
  observations(kind?: string): readonly KnownObservation[];
}

/** A reaction with its day 0 abnormal return against the benchmark in force, from tapes cut at the replay's instant. */
export interface InstrumentReaction extends Reaction {
  /** Null without a benchmark, or with fewer than 120 estimation days. */
  readonly abnormalReturn: number | null;
  readonly tStatistic: number | null;
}
