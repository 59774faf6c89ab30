import type { Point } from './points';

/** How much of the tape is in view, back from its last session. */
export const SPANS = ['1M', '3M', '6M', '1Y', '5Y', 'all'] as const;
export type Span = (typeof SPANS)[number];

const MONTHS: Readonly<Record<Exclude<Span, 'all'>, number>> = { '1M': 1, '3M': 3, '6M': 6, '1Y': 12, '5Y': 60 };

/** Places, both included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The places of a span; of an empty tape none. */
export function rangeOf(points: readonly Point[], span: Span): Range | null {
  const last = points.at(-1);
  if (last === undefined) return null;
  const from = startOf(last.session, span);
  return { from: points.findIndex(({ session }) => session >= from), to: points.length - 1 };
}

/** The first date of a span that ends with a session; before all dates where the span is everything. */
export function startOf(last: string, span: Span): string {
  return span === 'all' ? '' : monthsBefore(last, MONTHS[span]);
}

/** The date so many months before a session: the first date of a span that ends with it. */
export function monthsBefore(session: string, months: number): string {
  const [year = 0, month = 1, day = 1] = session.split('-').map(Number);
  // The 31st of a month that has none is its last day.
  const lastDay = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}
