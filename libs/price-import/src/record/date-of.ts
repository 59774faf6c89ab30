import { fromDay } from '@streakline/market-time';

const written = new Map<number, string>();

/** A day's date; thousands of series share their few thousand days. */
export function dateOf(day: number): string {
  const known = written.get(day);
  if (known !== undefined) return known;
  const date = fromDay(day);
  written.set(day, date);
  return date;
}
