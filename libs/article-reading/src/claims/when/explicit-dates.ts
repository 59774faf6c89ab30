import { type Token, lowerAt } from '../words/tokens';
import { casual, type ParsedComponents } from 'chrono-node';
import { addDays, addMonths, dateOf, earlier, lastOfMonth, weekdayOf } from './days';
import type { TimePhrase, When } from './time-phrase';

/** chrono takes a millisecond a sentence: only those with one of these are given to it. */
const DATED =
  /\b(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:\b|uary|ruary|ch|il|ust|ember|tember|ober)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Tues|Wed|Thu|Thurs|Fri)\.|today|yesterday|tonight|Today|Yesterday|\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/\d{2,4})/;
const MONTH = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;
const WEEKDAY = /(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Satur|Sun)(?:day\b|\.|$)/;
const IN_FRONT_OF_MONTH = new Set([
  'in',
  'since',
  'during',
  'of',
  'through',
  'until',
  'late',
  'early',
  'mid',
  'last',
  'from',
  'to',
]);

export function mayHaveDates(sentence: string): boolean {
  return DATED.test(sentence);
}

/**
 * The dates that chrono finds in a sentence, put on the calendar by a rule of ours: what has no year, or is a weekday
 * alone, is the last such day at or before publication, since the press tells of what was.
 */
export function explicitDates(
  sentence: string,
  offset: number,
  tokens: readonly Token[],
  published: string,
): TimePhrase[] {
  // Noon of the day in whatever zone the process has: chrono counts in that zone, and so its calendar days are ours.
  const [year = 0, month = 1, day = 1] = published.split('-').map(Number);
  const reference = new Date(year, month - 1, day, 12);
  const found: TimePhrase[] = [];
  for (const { index, text, start, end } of casual.parse(sentence, reference)) {
    const place = tokensOf(tokens, offset + index, offset + index + text.length);
    if (place === null) continue;
    const previous = lowerAt(tokens, place.start - 1);
    const when = whenOf(text, start, end ?? null, { published, previous });
    if (when !== null) found.push({ when, ...place });
  }
  return found;
}

function tokensOf(tokens: readonly Token[], start: number, end: number): { start: number; end: number } | null {
  const first = tokens.findIndex((token) => token.end > start);
  if (first < 0) return null;
  let next = first;
  while (next < tokens.length && tokens[next]!.start < end) next += 1;
  return next === first ? null : { start: first, end: next };
}

interface Around {
  readonly published: string;
  /** The word before, in lower case. */
  readonly previous: string;
}

function whenOf(text: string, start: ParsedComponents, end: ParsedComponents | null, around: Around): When | null {
  if (start.isCertain('day')) {
    if (!MONTH.test(text) && !/\d{4}-\d\d-\d\d|\/|today|yesterday|tonight/i.test(text)) return relative(text);
    const from = dayOf(start, around.published);
    if (from === null || from > around.published) return { is: 'unclear' };
    if (end === null || !end.isCertain('day')) return { is: 'day', on: from };
    const to = dayOf(end, around.published);
    return to === null || to < from ? { is: 'unclear' } : { is: 'range', from, to };
  }
  if (start.isCertain('weekday')) return weekday(text, start, end, around);
  if (start.isCertain('month') && MONTH.test(text)) return month(text, start, around);
  return null;
}

/** "3 days ago", "in two weeks": times of a kind that is no session's name. */
function relative(text: string): When | null {
  return /\bago\b|\bnext\b|\blast\b/i.test(text) ? { is: 'unclear' } : null;
}

function dayOf(components: ParsedComponents, published: string): string | null {
  const [year, month, day] = [components.get('year'), components.get('month'), components.get('day')];
  if (year === null || month === null || day === null) return null;
  if (components.isCertain('year')) return dateOf(year, month, day);
  const sameYear = Number(published.slice(0, 4));
  const date = dateOf(sameYear, month, day);
  return date <= published ? date : dateOf(sameYear - 1, month, day);
}

function weekday(
  text: string,
  start: ParsedComponents,
  end: ParsedComponents | null,
  { published, previous }: Around,
): When | null {
  if (!WEEKDAY.test(text)) return null;
  if (previous === 'next' || /\bnext\b/i.test(text)) return { is: 'unclear' };
  const last = previous === 'last' || /\blast\b/i.test(text);
  const on = lastWeekday(start, published, last);
  if (end?.isCertain('weekday') !== true) return { is: 'day', on };
  const to = lastWeekday(end, published, last);
  return on < to ? { is: 'range', from: on, to } : { is: 'unclear' };
}

function lastWeekday(components: ParsedComponents, published: string, last: boolean): string {
  const back = (weekdayOf(published) - (components.get('weekday') ?? 0) + 7) % 7;
  return addDays(published, -(last && back === 0 ? 7 : back));
}

function month(text: string, components: ParsedComponents, { published, previous }: Around): When | null {
  const hasYear = components.isCertain('year');
  if (!hasYear && !IN_FRONT_OF_MONTH.has(previous) && !/^(?:in|during|last)\b/i.test(text)) return null;
  const [year, number] = [components.get('year'), components.get('month')];
  if (year === null || number === null) return null;
  let from = dateOf(hasYear ? year : Number(published.slice(0, 4)), number, 1);
  if (!hasYear && from > published) from = dateOf(Number(published.slice(0, 4)) - 1, number, 1);
  // "Last May", told in May, is a year ago.
  const last = previous === 'last' || /^last\b/i.test(text);
  if (last && from.slice(0, 7) === published.slice(0, 7)) from = addMonths(from, -12);
  if (from > published) return { is: 'unclear' };
  return { is: 'range', from, to: earlier(lastOfMonth(from), published) };
}
