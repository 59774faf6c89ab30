/** One trading day of one exchange, `YYYY-MM-DD` in that exchange's own zone. */
export type Session = string;

export type StatedTiming = 'preMarket' | 'intraday' | 'afterClose';
export type Timing = StatedTiming | 'nonTradingDay' | 'unknown';

/** Epoch milliseconds. */
export interface SessionHours {
  readonly open: number;
  readonly close: number;
}

/** The first session that could react to an announcement, and the last close before it. */
export interface DayZero {
  readonly timing: Timing;
  readonly baseSession: Session;
  readonly day0: Session;
  /** The moment was a date without a time of day: day 0 is the first of `candidates`. */
  readonly assumed: boolean;
  /** When assumed: the session on or after the date, and the one after it. Otherwise empty. */
  readonly candidates: readonly Session[];
  /** The stated timing cannot be true: the date has no session. `timing` is then nonTradingDay. */
  readonly contradicted: boolean;
}

/** An instant (epoch milliseconds), or a local date with or without a part of the day. */
export type MarketMoment = { readonly at: number } | { readonly on: string; readonly timing?: StatedTiming };

/**
 * The sessions of one exchange. Every question outside the years covered throws OutsideCoverageError; nothing is
 * ever extrapolated.
 */
export interface Exchange {
  readonly mic: string;
  readonly zone: string;
  /** Dates, both inclusive. */
  readonly coverage: { readonly from: string; readonly to: string };
  isSession(date: string): boolean;
  /** Throws NotASessionError. */
  hours(session: Session): SessionHours;
  /** Sessions from `from` to `to`, both inclusive. */
  sessions(from: string, to: string): readonly Session[];
  /** Place of a session among all that are covered; consecutive sessions differ by one. Throws NotASessionError. */
  ordinal(session: Session): number;
  /** Inverse of ordinal(). */
  sessionAt(ordinal: number): Session;
  /** The n-th session after (before, if negative) a session. */
  shift(session: Session, n: number): Session;
  firstOnOrAfter(date: string): Session;
  lastOnOrBefore(date: string): Session;
  /** Day 0 by the definition of the glossary: the first session whose close is after the instant. */
  dayZero(moment: MarketMoment): DayZero;
  /**
   * The latest instant (epoch ms) consistent with the moment: itself, a millisecond before the open (preMarket) or the
   * close (intraday: the close itself belongs to the next session), or the local date's last millisecond.
   */
  latestInstant(moment: MarketMoment): number;
  /** Last millisecond of a local date. */
  endOfDate(date: string): number;
  /** Local date of an instant. */
  dateOf(at: number): string;
}
