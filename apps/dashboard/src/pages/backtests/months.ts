import type { CalendarReturn } from './run';

export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A year's returns by month; null where the run has none. */
export interface YearRow {
  readonly year: string;
  readonly months: readonly (number | null)[];
  readonly whole: number;
}

export function yearRows(months: readonly CalendarReturn[], years: readonly CalendarReturn[]): readonly YearRow[] {
  const byMonth = new Map(months.map((month) => [month.period, month.return]));
  return years.map(({ period, return: whole }) => ({
    year: period,
    months: MONTHS.map((_, at) => byMonth.get(`${period}-${String(at + 1).padStart(2, '0')}`) ?? null),
    whole,
  }));
}

/** How strong a return's colour is, from 0 to 1: 1 is the largest move of the table. */
export function heatOf(value: number, largest: number): number {
  return largest === 0 ? 0 : Math.min(1, Math.abs(value) / largest);
}

export function largestMove(months: readonly CalendarReturn[]): number {
  return Math.max(0, ...months.map((month) => Math.abs(month.return)));
}
