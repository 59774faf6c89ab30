import { fromDay, toDay } from '@streakline/market-time';

/** A calendar quarter that a company reports on. */
export interface Quarter {
  /** 2025-Q3. */
  readonly period: string;
  /** Its last date. */
  readonly end: string;
}

const ENDS = ['03-31', '06-30', '09-30', '12-31'];

/** The quarters that end within a span of dates, both included. */
export function quartersIn(from: string, to: string): readonly Quarter[] {
  const years = Array.from(
    { length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 },
    (_, at) => Number(from.slice(0, 4)) + at,
  );
  return years
    .flatMap((year) => ENDS.map((end, at) => ({ period: `${year}-Q${at + 1}`, end: `${year}-${end}` })))
    .filter(({ end }) => from <= end && end <= to);
}

export function daysAfter(date: string, days: number): string {
  return fromDay(toDay(date) + days);
}
