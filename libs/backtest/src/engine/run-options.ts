import type { Known } from '@streakline/dossiers';
import type { Context } from '../strategy/context';
import type { HandlerName } from '../strategy/handlers';
import type { Instrument } from '../strategy/instrument';
import type { Params } from '../strategy/params';
import type { BacktestSettings } from './settings';

/** One call of a handler, about to be made. The same object at every call: read what is needed, keep nothing. */
export interface HandlerCall {
  /** 0 for the first call of the run, then 1, 2, ... */
  readonly number: number;
  readonly handler: HandlerName;
  /** The replay's instant, epoch milliseconds. */
  readonly at: number;
  /** Session last closed, as days since 1970-01-01; -1 before the first. */
  readonly sessionDay: number;
  /** Place in the market's list; -1: about no single instrument. */
  readonly instrumentIndex: number;
  /** Position of the event in hand; -1: none. */
  readonly position: number;
}

/** Told what a run does while it does it: for progress and watchdogs. It must not throw, and cannot change the run. */
export interface RunObserver {
  /** Before every call of a handler. */
  calling?(call: HandlerCall): void;
  /** After each session of the replay: how many are done, of how many. */
  progress?(done: number, total: number): void;
}

export interface RunOptions {
  /** Those that differ from the strategy's defaults. */
  readonly params?: Params;
  readonly settings: BacktestSettings;
  readonly observe?: RunObserver;
  /**
   * Ends the run, failed with `timeLimit`, just before the handler call with this number. A run is the same every time, so
   * one that was killed in a call that never returned is made again up to that call, and everything finished is kept.
   */
  readonly stopBeforeCall?: number;
  /** For the tests of leak detection alone: hands the strategy a LeakyContext. */
  readonly hole?: boolean;
}

/** A context with a hole in it, for tests alone: `whole` answers the tape with all its future. */
export interface LeakyContext extends Context {
  whole(instrument: Instrument): Known;
}
