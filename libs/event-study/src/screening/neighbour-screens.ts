import type { WindowDays } from '../panel/panel';
import {
  dayInWords,
  daysInWords,
  type Finding,
  type ScreenedEvent,
  type ScreenOptions,
  windowsWith,
} from './suspicion';

/** An event among those of its firm, in order of their day 0. */
export interface Neighbour {
  readonly screened: ScreenedEvent;
  /** Place in the list that is screened. */
  readonly place: number;
}

/** The events of each firm in order of their day 0; of one day 0, in the order given. */
export function neighboursOf(events: readonly ScreenedEvent[]): readonly (readonly Neighbour[])[] {
  const byFirm = new Map<string, Neighbour[]>();
  events.forEach((screened, place) => {
    const of = byFirm.get(screened.event.firm);
    if (of === undefined) byFirm.set(screened.event.firm, [{ screened, place }]);
    else of.push({ screened, place });
  });
  const groups = [...byFirm.values()];
  for (const group of groups) group.sort((a, b) => dateOf(a) - dateOf(b) || a.place - b.place);
  return groups;
}

function dateOf({ screened: { event } }: Neighbour): number {
  return event.series.days[event.day0]!;
}

/** Sessions from one event's day 0 to another's: rows of the firm's calendar; infinite where their rows do not touch. */
function distance(from: ScreenedEvent, to: ScreenedEvent): number {
  const { series, day0 } = to.event;
  if (series === from.event.series) return day0 - from.event.day0;
  // Two series of one firm (another benchmark, or years between them) begin on days of their own.
  const date = from.event.series.days[from.event.day0]!;
  if (date < series.days[0]!) return Infinity;
  if (date > series.days[series.days.length - 1]!) return -Infinity;
  return day0 - rowOf(series.days, date);
}

/** The first row on or after a day. */
function rowOf(days: Int32Array, day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** An event that stays has the same firm and day 0. */
export function sameDay0(screened: ScreenedEvent, earlier: readonly ScreenedEvent[]): Finding | null {
  const last = earlier[earlier.length - 1];
  if (last === undefined || distance(last, screened) !== 0) return null;
  return {
    ...{ screen: 'sameDay0', days: [0], windows: null, evidence: { event: last.event.id } },
    detail: `Event ${last.event.id} has the same day 0, ${dayInWords(screened.event, 0)}.`,
  };
}

/**
 * An event that stays shares calendar days with it: within the event window, or within one of the windows. `earlier` is,
 * for each window, the last event that takes part in it.
 */
export function overlappingWindow(
  screened: ScreenedEvent,
  earlier: readonly ScreenedEvent[],
  earlierIn: readonly (ScreenedEvent | undefined)[],
  { event, windows }: ScreenOptions,
): Finding | null {
  const last = earlier[earlier.length - 1];
  if (last === undefined) return null;
  const apart = distance(last, screened);
  if (apart === 0 || apart > lengthBeyondFirst(event)) return null;
  const disturbed = windows.filter((window, i) => {
    const before = earlierIn[i];
    return before !== undefined && distance(before, screened) <= lengthBeyondFirst(window);
  });
  return {
    ...{ screen: 'overlappingWindow', days: [], windows: disturbed },
    evidence: { event: last.event.id, sessionsApart: apart },
    detail: `Its windows share days with those of event ${last.event.id}, whose day 0 is ${apart} sessions earlier.`,
  };
}

function lengthBeyondFirst({ from, to }: WindowDays): number {
  return to - from;
}

/** Other announcements of the firm, events of the study or not, have their day 0 in the event window. */
export function contaminatedWindow(
  { event, others }: ScreenedEvent,
  near: readonly { readonly id: string; readonly day: number }[],
  { event: { from, to }, windows }: ScreenOptions,
): Finding | null {
  const within = [...others, ...near].filter(({ day }) => from <= day && day <= to);
  if (within.length === 0) return null;
  const days = [...new Set(within.map(({ day }) => day))].sort((a, b) => a - b);
  const many = within.length === 1 ? 'Another announcement has' : `${within.length} other announcements have`;
  return {
    ...{ screen: 'contaminatedWindow', days, windows: windowsWith(days, windows) },
    evidence: { announcements: within.map(({ id }) => id).join(' ') },
    detail: `${many} day 0 on ${daysInWords(event, days)}.`,
  };
}

/** The other events of the study whose day 0, another one, lies in an event's window. */
export function eventsNear(
  group: readonly Neighbour[],
  at: number,
  { from, to }: WindowDays,
): readonly { readonly id: string; readonly day: number }[] {
  const own = group[at]!.screened;
  const near: { id: string; day: number }[] = [];
  const lookAt = (other: ScreenedEvent): boolean => {
    const day = distance(own, other);
    if (day < from || day > to) return false;
    if (day !== 0) near.push({ id: other.event.id, day });
    return true;
  };
  for (let i = at - 1; i >= 0 && lookAt(group[i]!.screened);) i--;
  for (let i = at + 1; i < group.length && lookAt(group[i]!.screened);) i++;
  return near;
}
