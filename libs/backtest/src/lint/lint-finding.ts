import type { Session } from '@streakline/market-time';

/** What a cut of the log cannot judge, because the log itself says it. */
export type LintKind =
  /** Bars that claim to have been known before their session had closed: every replay shows them too early. */
  | 'knownBeforeClose'
  /** Bars adjusted for splits of later than the instant at which they claim to have been known. */
  | 'basisAfterKnown';

/** One delivery of bars that is not honest about its moment. */
export interface LintFinding {
  readonly kind: LintKind;
  /** An error makes a backtest see the future; a warning says what its honesty hangs on. */
  readonly severity: 'error' | 'warning';
  readonly instrumentId: string;
  /** MIC:SYMBOL. */
  readonly ref: string;
  /** Of the event that holds the bars. */
  readonly position: number;
  /** First and last of the sessions, and how many of them. */
  readonly session: Session;
  readonly lastSession: Session;
  readonly bars: number;
  /** What is wrong, and how to mend it. */
  readonly message: string;
}

/** The share of a market's facts that this system stored long after they were public: of those the log alone vouches for the moment. */
export interface Lateness {
  readonly facts: number;
  readonly recordedLate: number;
  /** recordedLate / facts; null without facts. */
  readonly share: number | null;
  /** More than this many days after. */
  readonly afterDays: number;
}

/** Of all instruments. JSON of it is small: findings beyond the first 100 are counted only. */
export interface DataLint {
  readonly instruments: number;
  readonly bars: number;
  /** Of a kind, bars concerned. */
  readonly counts: Readonly<Record<LintKind, number>>;
  readonly findings: readonly LintFinding[];
  /** Findings that `findings` leaves out. */
  readonly more: number;
  readonly lateness: Lateness;
}
