import { monthsBefore } from './spans';

/*
 * The newest part of a tape is what is asked for first: as much as one page of the API holds, which is 1,000 sessions.
 * Four years have more.
 */
const MONTHS = 45;
const MOST = 47;
const LEAST = 12;

/** The date from which on a tape that ends with a session is asked for first. */
export function newestFrom(to: string): string {
  return monthsBefore(to, MONTHS);
}

/** Whether a date will still do for a tape that now ends with a session: neither more than a page, nor next to nothing. */
export function isGoodFrom(from: string, to: string): boolean {
  return monthsBefore(to, MOST) <= from && from <= monthsBefore(to, LEAST);
}
