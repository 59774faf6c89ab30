import { plural } from '../../../words/numbers';
import { day, dayNumber } from '../../../words/times';
import type { ReactionNote } from '../answers';

/** A note in words: around the announcement that it names, where it names one. */
export interface NoteInWords {
  readonly before: string;
  readonly announcementId: string | null;
  readonly after: string;
}

/** What to know before believing the figures. */
export function noteInWords(note: ReactionNote): NoteInWords {
  const other = note['announcementId'];
  if (typeof other === 'string') return { ...aboutAnother(note), announcementId: other };
  return { before: aboutItself(note), announcementId: null, after: '' };
}

function aboutAnother(note: ReactionNote): { readonly before: string; readonly after: string } {
  const on = `day ${dayNumber(Number(note['day']))}`;
  switch (note.code) {
    case 'announcementOnDay0':
      return { before: 'Another announcement shares this day 0: ', after: '.' };
    case 'announcementInWindow':
      return { before: `Another announcement lies in ${windowsOf(note['windows'])}, on ${on}: `, after: '.' };
    case 'announcementInEstimationWindow':
      return {
        before: `The market model was estimated on days that contain another announcement, on ${on}: `,
        after: '.',
      };
    default:
      return { before: `${note.code}: `, after: '.' };
  }
}

function aboutItself(note: ReactionNote): string {
  switch (note.code) {
    case 'noBenchmark':
      return 'No benchmark is assigned to this instrument: there are no abnormal figures.';
    case 'shortEstimationWindow':
      return `The market model wants ${Number(note['needed'])} days of both tapes before, and finds ${Number(note['usable'])}: there are no abnormal figures.`;
    case 'missingBenchmarkBars':
      return `The benchmark lacks bars that abnormal figures rest on: ${listed(note['sessions'])}.`;
    case 'assumedTiming':
      return `Only the date is known, not the time of day: day 0 is the first of ${listed(note['candidates'])}.`;
    case 'contradictedTiming':
      return `The part of the day that it states cannot be true: ${day(String(note['on']))} has no session.`;
    case 'outsideCalendar':
      return `Day 0 is outside of what the exchange's calendar covers: ${day(String(note['from']))} to ${day(String(note['to']))}.`;
    case 'noBarOnDay0':
      return `It did not trade on day 0; trading resumed on ${day(String(note['resumedOn']))}.`;
    case 'noBarOnBase':
      return `The base session has no bar: the streak's part rests on the last one before it, of ${day(String(note['lastBar']))}.`;
    default:
      return unknown(note);
  }
}

/** The windows that contain it: "[0,20] and [1,20]". */
function windowsOf(windows: unknown): string {
  const names = (Array.isArray(windows) ? windows : []).map(
    ({ from, to }: { from: number; to: number }) => `[${from},${to}]`,
  );
  return names.length < 2 ? (names[0] ?? 'a window') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

const LISTED = 5;

function listed(sessions: unknown): string {
  const all = Array.isArray(sessions) ? sessions.map(String) : [];
  const more = all.length - LISTED;
  return all.slice(0, LISTED).map(day).join(', ') + (more > 0 ? ` and ${plural(more, 'more session')}` : '');
}

function unknown({ code, ...details }: ReactionNote): string {
  return Object.keys(details).length === 0 ? `${code}.` : `${code}: ${JSON.stringify(details)}.`;
}
