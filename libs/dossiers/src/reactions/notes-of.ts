import { ESTIMATION_DAYS } from '../abnormal/estimation';
import { barOn, firstBarFrom } from '../known/bar-on';
import type { Known } from '../known/known';
import { type Happening, happeningsOf } from './happenings';
import { type ReactionNote, type WindowDays, WINDOWS } from './reaction';
import { haltOf } from './halt';

/** What a reader must know before believing the figures of a happening: first of itself, then of the others by their day. */
export function notesOf(known: Known, happening: Happening): readonly ReactionNote[] {
  return [...ownNotes(known, happening), ...othersNotes(known, happening)];
}

function ownNotes(known: Known, { act, dayZero, day0Ordinal }: Happening): readonly ReactionNote[] {
  if (dayZero === null || day0Ordinal === null) return [{ code: 'outsideCalendar', ...known.exchange.coverage }];
  const notes: ReactionNote[] = [];
  if (dayZero.assumed) notes.push({ code: 'assumedTiming', candidates: dayZero.candidates });
  if (dayZero.contradicted && 'on' in act.moment) notes.push({ code: 'contradictedTiming', on: act.moment.on });
  const halt = haltOf(known, day0Ordinal);
  if (halt !== null) notes.push({ code: 'noBarOnDay0', resumedOn: halt.resumedOn });
  const lastBar = known.sessions[firstBarFrom(known, day0Ordinal) - 1];
  const isBaseMissing = barOn(known, day0Ordinal) !== -1 && barOn(known, day0Ordinal - 1) === -1;
  if (isBaseMissing && lastBar !== undefined) notes.push({ code: 'noBarOnBase', lastBar });
  return notes;
}

function othersNotes(known: Known, happening: Happening): readonly ReactionNote[] {
  const { day0Ordinal } = happening;
  if (day0Ordinal === null) return [];
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
