import { ESTIMATION_DAYS } from '../abnormal/estimation';
import { barOn, sessionAt } from '../known/bar-on';
import type { Known } from '../known/known';
import { type Happening, happeningsOf } from './happenings';
import { type ReactionNote, type WindowDays, WINDOWS } from './reaction';
import { haltOf } from './halt';

/** What a reader must know of a happening itself before believing its figures. */
export function ownNotes(known: Known, { act, dayZero, day0Ordinal }: Happening): readonly ReactionNote[] {
  if (dayZero === null || day0Ordinal === null) return [{ code: 'outsideCalendar', ...known.exchange.coverage }];
  const notes: ReactionNote[] = [];
  if (dayZero.assumed) notes.push({ code: 'assumedTiming', candidates: dayZero.candidates });
  if (dayZero.contradicted && 'on' in act.moment) notes.push({ code: 'contradictedTiming', on: act.moment.on });
  const halt = haltOf(known, day0Ordinal);
  if (halt !== null) notes.push({ code: 'noBarOnDay0', resumedOn: halt.resumedOn });
  const day0 = barOn(known, day0Ordinal);
  const isBaseMissing = day0 > 0 && known.ordinals[day0 - 1] !== day0Ordinal - 1;
  if (isBaseMissing) notes.push({ code: 'noBarOnBase', lastBar: sessionAt(known, day0 - 1) });
  return notes;
}

/**
 * The other announcements and amendments that can disturb a reaction (`of`), by their day. Computed on reading: kept
 * with every reaction they would grow with the square of an instrument's announcements, and each new one would write
 * all of them again.
 */
export function notesOfOthers(known: Known, of: string): readonly ReactionNote[] {
  const happening = happeningsOf(known).find(({ act }) => act.of === of);
  if (happening === undefined || happening.day0Ordinal === null) return [];
  const { day0Ordinal } = happening;
  const notes: { readonly day: number; readonly note: ReactionNote }[] = [];
  for (const other of happeningsOf(known)) {
    if (other === happening || other.day0Ordinal === null) continue;
    const day = other.day0Ordinal - day0Ordinal;
    const note = noteOf(other, day);
    if (note !== null) notes.push({ day, note });
  }
  return notes.sort((a, b) => a.day - b.day).map(({ note }) => note);
}

function noteOf({ act: { of, announcementId } }: Happening, day: number): ReactionNote | null {
  if (day === 0) return { code: 'announcementOnDay0', of, announcementId };
  if (contains(ESTIMATION_DAYS, day)) return { code: 'announcementInEstimationWindow', of, announcementId, day };
  const windows = windowsByDay.get(day);
  return windows === undefined ? null : { code: 'announcementInWindow', of, announcementId, day, windows };
}

const windowsByDay = new Map<number, readonly WindowDays[]>();
for (const window of WINDOWS) {
  for (let day = window.from; day <= window.to; day++)
    windowsByDay.set(day, [...(windowsByDay.get(day) ?? []), window]);
}

function contains({ from, to }: WindowDays, day: number): boolean {
  return from <= day && day <= to;
}
