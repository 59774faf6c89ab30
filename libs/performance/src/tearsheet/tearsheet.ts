import type { Performance } from '../metrics/performance';

/** One line of a chart: a value for each date, null where there is none. */
export interface Curve {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** Text cells; the first of each row names it. */
export interface TearsheetTable {
  readonly caption: string;
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Under the table, such as what was left out of it. */
  readonly note?: string;
  /** Long ones are folded away on the page, and left out of the text. */
  readonly isLong?: boolean;
}

/** Figures of one series, a column of the table of figures. */
export interface MeasuredColumn {
  readonly name: string;
  readonly performance: Performance;
}

/** A report on how a strategy or a series did, ready to be shown as a page or as text. */
export interface Tearsheet {
  readonly title: string;
  /** Sentences on top. */
  readonly about: readonly string[];
  /** The first is what the report is about. Empty where nothing could be measured. */
  readonly measured: readonly MeasuredColumn[];
  readonly dates: readonly string[];
  /** Of one at the start; the first is what the report is about. */
  readonly growth: readonly Curve[];
  /** Returns of what the report is about, behind its drawdowns and rolling figures. */
  readonly returns: readonly number[];
  /** Fractions of equity; empty where nothing is known of holdings. */
  readonly exposure: readonly Curve[];
  readonly tables: readonly TearsheetTable[];
  /** Warnings and failures, in words. */
  readonly notes: readonly string[];
  /** What the run follows from, as JSON of several lines; null where there is none. */
  readonly manifest: string | null;
}
