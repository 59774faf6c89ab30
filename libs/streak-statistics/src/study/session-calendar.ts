import type { Stepwise } from '@streakline/event-study';
import type { StreakTape } from '../tape/streak-tape';

/** Every day on which any of the tapes has a bar: the circle along which the announcements are shifted. */
export interface SessionCalendar {
  /** Days since 1970-01-01, ascending. */
  readonly days: Int32Array;
  /** By place: the calendar month, numbered from 0 without gaps. */
  readonly months: Int32Array;
  readonly monthCount: number;
}

/** In steps of a tape. */
export function* calendarOf(tapes: readonly StreakTape[]): Stepwise<SessionCalendar> {
  const all = new Set<number>();
  for (const [done, { days }] of tapes.entries()) {
    for (const day of days) all.add(day);
    yield { phase: 'laying out the calendar', done, total: tapes.length };
  }
  const days = Int32Array.from(all).sort();
  const months = new Int32Array(days.length);
  let [monthCount, before] = [0, ''];
  days.forEach((day, place) => {
    const month = new Date(day * 86_400_000).toISOString().slice(0, 7);
    if (month !== before) monthCount++;
    before = month;
    months[place] = monthCount - 1;
  });
  return { days, months, monthCount };
}

/** The places on the calendar of some of its days, ascending as they are. */
export function placesOn(calendar: SessionCalendar, days: Int32Array): Int32Array {
  let place = -1;
  return days.map((day) => {
    do place++;
    while (calendar.days[place] !== day);
    return place;
  });
}
