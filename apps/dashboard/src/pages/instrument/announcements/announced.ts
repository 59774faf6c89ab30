import { day, instant } from '../../../words/times';
import type { ReactionRow } from '../tape/rows';

const TIMINGS: Readonly<Record<ReactionRow['timing'], string>> = {
  preMarket: 'before the open',
  intraday: 'during trading',
  afterClose: 'after the close',
  nonTradingDay: 'on a day without a session',
  unknown: 'at a time nobody recorded',
};

/** When it was made public, in the exchange's zone, and which part of the day that was there. */
export function announcedWhen({ announcement, instrument, timing, assumed }: ReactionRow): string {
  const { announcedAt, announcedOn } = announcement;
  const when = announcedAt === undefined ? day(announcedOn) : instant(announcedAt, instrument.timeZone ?? 'UTC');
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
