import type { StudyEvent, WindowDays } from '../panel/panel';
import type { ScreenName, ScreenPolicies } from './screen';

/** What a screen saw in an event. */
export interface Finding {
  readonly screen: ScreenName;
  /** Days relative to day 0 on which it was seen; empty where it is of no day. */
  readonly days: readonly number[];
  /** The windows disturbed; null: the event as a whole. */
  readonly windows: readonly WindowDays[] | null;
  /** Figures behind it. */
  readonly evidence: Readonly<Record<string, number | string>>;
  /** A sentence for people. */
  readonly detail: string;
}

/** A finding, whose event it is of, and what followed. */
export interface Suspicion extends Finding {
  readonly event: string;
  readonly firm: string;
  /** Whether the event (or the windows named) was left out, or it is only said. */
  readonly policy: 'exclude' | 'warn';
}

/** What is known of a firm's prices beside the returns under study, row by row like its series. */
export interface ScreenedPrices {
  /** Simple price returns, split-adjusted; NaN where there is none. */
  readonly returns: Float64Array;
  /** As traded; null where only returns are known. */
  readonly close: Float64Array | null;
  /** Shares, as traded; null where they are not known. */
  readonly volume: Float64Array | null;
}

/** An event with what its screens look at. */
export interface ScreenedEvent {
  readonly event: StudyEvent;
  /** Null where the values under study are no returns and no prices are known: what looks at prices is left out. */
  readonly prices: ScreenedPrices | null;
  /** Announcements of the firm that are not events of the study: their id, and their day 0 relative to this one's. */
  readonly others: readonly { readonly id: string; readonly day: number }[];
}

/** What the screens look at, and what follows: the windows are in days relative to day 0. */
export interface ScreenOptions {
  readonly estimation: WindowDays;
  readonly event: WindowDays;
  readonly windows: readonly WindowDays[];
  /** Fewer usable estimation days are a suspicion. */
  readonly minEstimationDays: number;
  readonly policies: ScreenPolicies;
}

/** What takes no part in the figures although its event does. */
export interface LeftOutParts {
  /** Days relative to day 0. */
  readonly days: readonly number[];
  /** Places in the study's list of windows. */
  readonly windows: readonly number[];
}

/** What screening leaves of a list of events, and what it saw. */
export interface Screening {
  /** Places, in the list that was screened, of the events that take part; ascending. */
  readonly kept: readonly number[];
  /** For each of `kept`, what of it takes no part; null where all does. */
  readonly parts: readonly (LeftOutParts | null)[];
  /** Whatever was seen and not ignored, by event. */
  readonly suspicions: readonly Suspicion[];
}

/** The windows that contain one of some days. */
export function windowsWith(days: readonly number[], windows: readonly WindowDays[]): readonly WindowDays[] {
  return windows.filter(({ from, to }) => days.some((day) => from <= day && day <= to));
}

/** `2026-02-06 (day 0)` of an event's day. */
export function dayInWords({ series, day0 }: StudyEvent, day: number): string {
  const date = series.days[day0 + day];
  const name = day > 0 ? `day +${day}` : `day ${day}`;
  return date === undefined ? name : `${new Date(date * 86_400_000).toISOString().slice(0, 10)} (${name})`;
}

/** At most five days in words, and how many more there are. */
export function daysInWords(event: StudyEvent, days: readonly number[]): string {
  const shown = days.slice(0, 5).map((day) => dayInWords(event, day));
  return days.length > 5 ? `${shown.join(', ')} and ${days.length - 5} more` : shown.join(', ');
}
