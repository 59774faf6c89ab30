import { announcedWhen, TIMINGS } from '../../../words/timings';
import type { ReactionRow } from '../tape/rows';

/** When it was made public, in the exchange's zone, and which part of the day that was there. */
export function announcedInDetail({ announcement, instrument, timing, assumed }: ReactionRow): string {
  const when = announcedWhen(announcement, instrument.timeZone);
  return `${when}, ${TIMINGS[timing]}${assumed ? ' (day 0 is assumed)' : ''}`;
}

/** One letter of its kind, as the chart marks it. */
export function letterOf(kind: ReactionRow['announcement']['kind']): string {
  return kind[0]?.toUpperCase() ?? '';
}

/** One row of a list per announcement and session: an announcement has several subjects. */
export function keyOf({ announcement, day0 }: ReactionRow): string {
  return `${announcement.id} ${day0 ?? ''}`;
}
