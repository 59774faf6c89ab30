import type { Session, Timing } from '@streakline/market-time';
import type { Direction, MarketCapSplit } from '../runs/run';

/** Days of a window, relative to day 0, both inclusive: it runs from close(from - 1) to close(to). */
export interface WindowDays {
  readonly from: number;
  readonly to: number;
}

/** The windows that every reaction has. */
export const WINDOWS: readonly WindowDays[] = Object.freeze(
  [
    [0, 0],
    [0, 1],
    [-1, 1],
    [0, 5],
    [-5, 5],
    [0, 20],
    [1, 20],
    [2, 60],
  ].map(([from = 0, to = 0]) => Object.freeze({ from, to })),
);

/** What happened in a window. Where a session from `from - 1` to `to` lacks its bar, the values are null. */
export interface WindowFigures extends WindowDays {
  /** Price return, a fraction. */
  readonly return: number | null;
  /** With dividends on their ex-dates. */
  readonly totalReturn: number | null;
  /** cap(to) - cap(from - 1) of the company, in units of the currency; null too where a share count is missing or stale. */
  readonly marketCapChange: number | null;
  readonly complete: boolean;
  /** The last session of the window that bars reach without a gap; null if they do not reach its first. */
  readonly through: Session | null;
}

/** How day 0 stands to the run in force at the base session; null until day 0 has its bar. */
export type Relation = 'extended' | 'ended' | 'began' | 'none';

/** The run that a reaction extended, ended or began. The ...FromDay0 figures run from the base close, and are 0 for `ended`. */
export interface ReactionRun extends MarketCapSplit {
  readonly direction: Direction;
  readonly start: Session;
  readonly end: Session;
  /** lengthAtBase + lengthFromDay0. */
  readonly length: number;
  readonly lengthAtBase: number;
  readonly lengthFromDay0: number;
  readonly inForce: boolean;
  readonly return: number;
  readonly returnFromDay0: number;
  readonly marketCapChangeFromDay0: number | null;
}

/** Another announcement or amendment whose day 0 for the same instrument falls where it can disturb the figures. */
interface OtherAnnouncement {
  readonly of: string;
  readonly announcementId: string;
}

/** What a reader must know before believing a reaction. Nothing in it says "caused". */
export type ReactionNote =
  /** The moment was a bare date: day 0 is the first of the candidates. */
  | { readonly code: 'assumedTiming'; readonly candidates: readonly Session[] }
  /** The stated part of the day cannot be true: that date has no session. */
  | { readonly code: 'contradictedTiming'; readonly on: string }
  /** Day 0 or the base session is outside the exchange's calendar: there are no figures. */
  | { readonly code: 'outsideCalendar'; readonly from: string; readonly to: string }
  /** The instrument did not trade on day 0 though it did later (a halt). */
  | { readonly code: 'noBarOnDay0'; readonly resumedOn: Session }
  /** The base session lacks its bar: the streak's part rests on the last bar before it, the other figures are null. */
  | { readonly code: 'noBarOnBase'; readonly lastBar: Session }
  | ({ readonly code: 'announcementOnDay0' } & OtherAnnouncement)
  /** `day` is the other one's day 0 relative to this one's; `windows` are those that contain it. */
  | ({
      readonly code: 'announcementInWindow';
      readonly day: number;
      readonly windows: readonly WindowDays[];
    } & OtherAnnouncement)
  /** Days -260 to -11, on which the market model is estimated. */
  | ({ readonly code: 'announcementInEstimationWindow'; readonly day: number } & OtherAnnouncement);

/** The trace of one announcement or amendment (`of`) in one instrument's tape. Null figures: the tape does not reach. */
export interface Reaction {
  /** The id of the announcement, or of the amendment. */
  readonly of: string;
  readonly announcementId: string;
  readonly instrumentId: string;
  /** 0 for the original, then the amendments in the order they were recorded. */
  readonly order: number;
  readonly timing: Timing;
  /** The moment is a date without a time of day. */
  readonly assumed: boolean;
  readonly candidates: readonly Session[];
  readonly contradicted: boolean;
  /** Null where the calendar does not reach. */
  readonly baseSession: Session | null;
  readonly day0: Session | null;
  /** Window [0,0] is complete. */
  readonly complete: boolean;
  readonly through: Session | null;
  readonly return: number | null;
  readonly totalReturn: number | null;
  readonly marketCapChange: number | null;
  /** Base close to day 0's open. */
  readonly gapReturn: number | null;
  readonly openToClose: number | null;
  /** Day 0's volume over the mean of the 20 sessions that end at base, split-adjusted; null unless all 20 are there. */
  readonly volumeRatio: number | null;
  readonly windows: readonly WindowFigures[];
  readonly relation: Relation | null;
  readonly streak: ReactionRun | null;
  /** The opposite run that day 0 starts when it ended `streak` by moving the other way. */
  readonly begun: ReactionRun | null;
  /** Without a bar on day 0: the first later session that has one, and its close against the base close. */
  readonly resumedOn: Session | null;
  readonly resumptionReturn: number | null;
  /** Of itself; `notesOfOthers` names the other announcements. */
  readonly notes: readonly ReactionNote[];
}
