import type { StatedTiming } from '@streakline/market-time';

/** A record of the file, heading included, with the line that it begins on; or one that is no record. */
export type RawRow =
  | { readonly line: number; readonly fields: readonly string[] }
  | { readonly line: number; readonly text: string; readonly reason: string };

/** A date, a wall-clock time of a zone (null: the file names none), or an instant in epoch milliseconds. */
export type RowWhen =
  | { readonly on: string }
  | { readonly on: string; readonly minutes: number; readonly zone: string | null }
  | { readonly at: number };

/** `unstated`: the row says nothing; `unknown`: it says that the time of day is not known. */
export type RowTiming = StatedTiming | 'unknown' | 'unstated';

/** Of one metric: what was reported, what was expected, and the year before's. Null: the row does not say. */
export interface Figures {
  readonly actual: number | null;
  readonly estimate: number | null;
  readonly prior: number | null;
}

/** What one row of a calendar says. Texts are as the file writes them; null where it has none. */
export interface CalendarRow {
  readonly kind: 'row';
  readonly line: number;
  /** The row's text, cut. */
  readonly text: string;
  readonly symbol: string | null;
  readonly exchange: string | null;
  readonly company: string | null;
  readonly when: RowWhen;
  readonly timing: RowTiming;
  readonly announcementKind: string | null;
  /** The issuer's period: 2025-Q4, 2025. */
  readonly period: string | null;
  /** The last day of the period, YYYY-MM-DD, or its month, YYYY-MM. */
  readonly fiscalEnd: string | null;
  readonly currency: string | null;
  /** Of the earnings per share: gaap, adjusted, ffo. */
  readonly basis: string | null;
  /** Per share, in the currency. */
  readonly eps: Figures;
  /** In whole units of the currency. */
  readonly revenue: Figures;
}

/** A row that is not taken, and why; the rest goes on. */
export interface RefusedCalendarRow {
  readonly kind: 'refused';
  readonly line: number;
  /** The row's text, cut. */
  readonly text: string;
  readonly code: string;
  readonly reason: string;
}
