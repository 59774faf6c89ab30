import type { Moment } from '@streakline/events';

/** When all of an article was public (epoch milliseconds): its instant, or the end of its date where that ends last on Earth. */
export function publicBy(published: Moment): number {
  return Date.parse('at' in published ? published.at : `${published.on}T23:59:59.999-12:00`);
}

/** The earliest instant that a moment of publication can stand for: a date begins first in UTC+14. */
export function publicFrom(published: Moment): number {
  return Date.parse('at' in published ? published.at : `${published.on}T00:00:00.000+14:00`);
}
