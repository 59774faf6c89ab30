import type { BaseDirection, Outcome } from './comparisons';
import type { Interval } from './month-bootstrap';
import type { StreakTables } from './tables';

/** One outcome of announcements beside that of matched sessions. Figures that cannot be had are null, with a reason. */
export interface ComparisonResult {
  readonly outcome: Outcome;
  readonly direction: BaseDirection;
  /** Matched announcements that have the outcome. */
  readonly n: number;
  /** Their mean; of lengths the mean up to the horizon, by Kaplan and Meier. */
  readonly announced: number | null;
  /** The same of the matched sessions: the base rate. */
  readonly base: number | null;
  readonly difference: number | null;
  /** Of the difference, by resampling calendar months. */
  readonly interval: Interval | null;
  /** Two-sided, by shifting the whole calendar of announcements. */
  readonly pValue: number | null;
  /** Adjusted for all comparisons that have a p-value: the chance of any false one (Holm 1979), ... */
  readonly holm: number | null;
  /** ... and the expected share of false ones (Benjamini and Hochberg 1995). */
  readonly benjaminiHochberg: number | null;
  readonly reason: string | null;
}

/** What a streak study says. */
export interface StreakStudyResult extends StreakTables {
  /** Named before; its own p-value needs no adjustment. */
  readonly primary: ComparisonResult;
  /** All of them, the primary one included. */
  readonly comparisons: readonly ComparisonResult[];
  /** P-values that the adjusted ones are adjusted for. */
  readonly comparisonsMade: number;
  readonly announcements: number;
  readonly instruments: number;
  /** Announcements held against sessions of all instruments, as their own has too few, and those against none. */
  readonly matchedAcrossInstruments: number;
  readonly unmatched: number;
  /** Sessions outside all windows. */
  readonly baseSessions: number;
  readonly calendarSessions: number;
  readonly months: number;
  readonly permutation: { readonly offsets: number; readonly exhaustive: boolean };
  readonly bootstrap: { readonly replicates: number; readonly confidence: number };
}
