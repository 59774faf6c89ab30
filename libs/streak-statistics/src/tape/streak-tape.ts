import type { Signs } from '../signs/sign-counts';

/** One instrument's sessions, in columns: a place for each session that has a bar, in order of time. */
export interface StreakTape {
  readonly instrument: string;
  /** Days since 1970-01-01. */
  readonly days: Int32Array;
  /** Against the bar before; 0 for the first bar, which has none. */
  readonly signs: Signs;
  /** Split-adjusted closes. */
  readonly values: Float64Array;
  /** In units of the currency; NaN is "none". */
  readonly marketCaps: Float64Array;
  /** Places of the day 0s that are studied, ascending, each once. */
  readonly studied: readonly number[];
  /**
   * Places of the day 0s of every announcement on record of the instrument, studied or not: below 0 by the sessions that
   * one lies before the tape, and likewise beyond its end.
   */
  readonly announced: readonly number[];
}
