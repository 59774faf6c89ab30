import type { RowOf } from '@streakline/client';
import { day, instant } from './times';

/** The part of the exchange's day in which something became public. */
export type Timing = RowOf<'/v1/reactions'>['timing'];

/** As they end a sentence or follow a date. */
export const TIMINGS: Readonly<Record<Timing, string>> = {
  preMarket: 'before the open',
  intraday: 'during the session',
  afterClose: 'after the close',
  nonTradingDay: 'on a day without a session',
  unknown: 'at an unknown time of day',
};

interface Moment {
  readonly announcedAt?: string | undefined;
  readonly announcedOn?: string | undefined;
}

/** "Thu 5 Feb 2026, 16:01 EST", or the date alone where the instant is not known: in the exchange's zone, else in UTC. */
export function announcedWhen({ announcedAt, announcedOn }: Moment, zone: string | null): string {
  return announcedAt === undefined ? day(announcedOn) : instant(announcedAt, zone ?? 'UTC');
}

/** The same, a date with the part of the day that is known of it: "Thu 5 Feb 2026, after the close". */
export function announcedInFull(
  moment: Moment & { readonly timing?: Timing | null | undefined },
  zone: string | null,
): string {
  const when = announcedWhen(moment, zone);
  return moment.announcedAt === undefined ? `${when}, ${TIMINGS[moment.timing ?? 'unknown']}` : when;
}
