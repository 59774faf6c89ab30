import type { Fault } from '@streakline/event-store';
import type { Exchange } from '@streakline/market-time';
import { calendarFault } from './calendar-fault';

/** The farthest that a local date can be ahead of the date in UTC. */
const HOURS_AHEAD = 14 * 3_600_000;

/** The fault of /announcedOn where it lies outside the calendar, or has not come yet anywhere. `now`: epoch milliseconds. */
export function announcedOnFault(announcedOn: string, exchange: Exchange, now: number): Fault | undefined {
  const pointer = '/announcedOn';
  const uncovered = calendarFault(pointer, () => exchange.endOfDate(announcedOn));
  if (uncovered !== undefined) return uncovered;
  if (announcedOn <= new Date(now + HOURS_AHEAD).toISOString().slice(0, 10)) return undefined;
  const detail = `${announcedOn} is still to come. Record it once it is public, or leave announcedOn out.`;
  return { code: 'announcedInFuture', pointer, detail };
}
