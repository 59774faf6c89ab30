import type { Moment } from '@streakline/events';
import type { Fault } from '@streakline/event-store';
import type { Exchange } from '@streakline/market-time';
import { calendarFault } from '../sessions/calendar-fault';
import type { ScheduleAnnouncementBody } from './schedule-announcement.command';

/** The moment that a body schedules (null: called off), or what is wrong with its statement. `saidAt`: epoch milliseconds. */
export function scheduledMoment(
  said: ScheduleAnnouncementBody,
  exchange: Exchange,
  saidAt: number,
): Moment | Fault | null {
  const moment = statedMoment(said);
  return moment === null || isFault(moment) ? moment : (momentFault(moment, exchange, saidAt) ?? moment);
}

export function isFault(value: Moment | Fault | null): value is Fault {
  return value !== null && 'code' in value;
}

function statedMoment({
  scheduledAt,
  scheduledOn,
  timing,
  calledOff,
}: ScheduleAnnouncementBody): Moment | Fault | null {
  const stated = [scheduledAt, scheduledOn, calledOff].filter((field) => field !== undefined);
  if (stated.length !== 1) {
    const detail =
      'Give one of scheduledAt (an instant), scheduledOn (a date, with its timing if it is known) and calledOff (true).';
    return { code: 'momentUnclear', pointer: stated.length === 0 ? '/scheduledAt' : '/calledOff', detail };
  }
  if (timing !== undefined && scheduledOn === undefined) {
    return { code: 'momentUnclear', pointer: '/timing', detail: 'A timing goes with scheduledOn only. Leave it out.' };
  }
  if (calledOff === true) return null;
  if (scheduledOn !== undefined) return { on: scheduledOn, ...(timing === undefined ? {} : { timing }) };
  return { at: new Date(scheduledAt ?? '').toISOString() };
}

/** What has come is an announcement, no plan. */
function momentFault(moment: Moment, exchange: Exchange, saidAt: number): Fault | undefined {
  const pointer = 'at' in moment ? '/scheduledAt' : '/scheduledOn';
  const when = 'at' in moment ? { at: Date.parse(moment.at) } : moment;
  const uncovered = calendarFault(pointer, () => exchange.latestInstant(when));
  if (uncovered !== undefined) return uncovered;
  if (exchange.latestInstant(when) > saidAt) return undefined;
  const stated = 'at' in moment ? moment.at : `${moment.on}${moment.timing === undefined ? '' : `, ${moment.timing}`}`;
  const detail =
    `${stated} was over at ${new Date(saidAt).toISOString()}, when this is said to have been known. ` +
    'Give the knownAt of the time before it, or record what was made public by POST /v1/announcements.';
  return { code: 'scheduledInPast', pointer, detail };
}
