import type { RowTiming, RowWhen } from '../calendar-row';
import { readClock } from './clock-times';
import { type DateOrder, dateIn, readDate } from './dates';
import { timingOfWords } from './timing-words';
import { wallInstant } from './zones';

/** When a row's announcement is, as far as it says. */
export interface ReadWhen {
  readonly when: RowWhen;
  readonly timing: RowTiming;
}

/** Why no moment can be read. */
export interface WhenFault {
  readonly code: string;
  readonly reason: string;
}

/**
 * The moment that a row's date and time cells state. A time of day may stand in either, in words (BMO) or as a clock's;
 * midnight is how programs write a date alone, and is none. `zone` holds for clocks that name none.
 */
export function readWhen(
  dateCell: string,
  timeCell: string,
  order: DateOrder | null,
  zone: string | null,
): ReadWhen | WhenFault {
  const read = readDate(dateCell);
  if (read === undefined) return fault('noDate', `${quoted(dateCell)} is no date`);
  const on = 'on' in read.date ? read.date.on : order === null ? undefined : dateIn(order, read.date);
  if (on === undefined)
    return fault('noDate', `${quoted(dateCell)} is no date${order === null ? '' : ` in the order ${order}`}`);
  const inDate = timeOf(read.rest);
  const inTime = timeOf(timeCell);
  if (inDate === undefined) return fault('timeUnreadable', `${quoted(read.rest)} after the date is no time of day`);
  if (inTime === undefined)
    return fault('timeUnreadable', `${quoted(timeCell)} is neither a part of the day (BMO, AMC) nor a time of day`);
  const timing = inTime.timing ?? inDate.timing ?? 'unstated';
  const clock = inTime.clock ?? inDate.clock;
  if (clock === undefined || timing === 'unknown') return { when: dateAlone(on, inDate.clock, zone, timing), timing };
  const where = clock.zone ?? zone;
  if (where === null) return { when: { on, minutes: clock.minutes, zone: null }, timing };
  return { when: { at: wallInstant(on, clock.minutes, where) }, timing };
}

/**
 * The date of a row whose time of day is not known. Where the cell holds an instant (a date, a clock, a zone) its date is
 * another one elsewhere: as an instant it finds the date of its exchange.
 */
function dateAlone(
  on: string,
  clock: { minutes: number; zone: string | null } | undefined,
  zone: string | null,
  timing: RowTiming,
): RowWhen {
  const where = clock?.zone ?? zone;
  const isInstant = timing === 'unknown' && clock !== undefined && where !== null;
  return isInstant ? { at: wallInstant(on, clock.minutes, where) } : { on };
}

/** Words or a clock; nothing is neither, and undefined is unreadable. */
function timeOf(cell: string): { timing?: RowTiming; clock?: { minutes: number; zone: string | null } } | undefined {
  const timing = timingOfWords(cell);
  if (timing !== undefined) return timing === 'unstated' ? {} : { timing };
  const clock = readClock(cell);
  if (clock === undefined) return undefined;
  return clock.minutes === 0 ? {} : { clock };
}

function fault(code: string, reason: string): WhenFault {
  return { code, reason };
}

function quoted(text: string): string {
  return JSON.stringify(text.trim().slice(0, 60));
}
