import type { Moment } from '@streakline/events';
import type { Fault } from '@streakline/event-store';
import { calendarFault } from '@streakline/instruments';
import type { Exchange } from '@streakline/market-time';
import { earliestInstant, latestInstant } from './instants';
import { momentPointer } from './moment-fields';

/** Clocks differ; what is further ahead is a plan, not an announcement. */
const CLOCK_ALLOWANCE = 5 * 60_000;

/** Why a moment cannot be one of these subjects' announcements: still to come, or outside of what their calendars cover. */
export function momentFaults(moment: Moment, exchanges: readonly Exchange[], now: number): readonly Fault[] {
  const pointer = momentPointer(moment);
  const uncovered = exchanges.flatMap((exchange) => coverageFault(pointer, exchange, moment) ?? []);
  if (uncovered.length > 0) return uncovered.slice(0, 1);
  if (earliestInstant(moment, exchanges) <= now + CLOCK_ALLOWANCE) return [];
  const detail = `${said(moment)} is still to come. Only what is public is recorded: announce it once it is. That it is to come goes to /v1/instruments/{ref}/scheduled-announcements.`;
  return [{ code: 'announcedInFuture', pointer, detail }];
}

/** An act that changes the terms cannot be public before them. Only what is certainly before is refused. */
export function orderFault(amendment: Moment, original: Moment, exchanges: readonly Exchange[]): Fault | undefined {
  if (latestInstant(amendment, exchanges) >= earliestInstant(original, exchanges)) return undefined;
  const detail = `The amendment (${said(amendment)}) would come before what it amends (${said(original)}). Mend the date, or correct the original's first.`;
  return { code: 'amendedBeforeAnnounced', pointer: momentPointer(amendment), detail };
}

function coverageFault(pointer: string, exchange: Exchange, moment: Moment): Fault | undefined {
  const at = 'at' in moment ? { at: Date.parse(moment.at) } : moment;
  return calendarFault(pointer, () => {
    exchange.dayZero(at);
    exchange.latestInstant(at);
  });
}

function said(moment: Moment): string {
  if ('at' in moment) return moment.at;
  return moment.timing === undefined ? moment.on : `${moment.on}, ${moment.timing}`;
}
