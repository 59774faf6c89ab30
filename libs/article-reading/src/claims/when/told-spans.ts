import { type Token, lowerAt, phraseAt, phrases } from '../words/tokens';
import { type Count, countAt } from '../figures/number-words';
import { addDays, addMonths, dateOf, earlier, firstOfMonth, lastOfMonth, lastOfYearBefore, mondayOf } from './days';
import type { TimePhrase, When } from './time-phrase';

type Rule = readonly [readonly (readonly string[])[], (published: string) => When];

const thisYear = (day: string): When => ({ is: 'since', from: lastOfYearBefore(day), written: day.slice(0, 4) });
const thisWeek = (day: string): When => ({ is: 'range', from: mondayOf(day), to: day });
const thisMonth = (day: string): When => ({ is: 'range', from: firstOfMonth(day), to: day });

/** Spans with a name, counted from the day of publication; the longer phrases first. */
const named: readonly Rule[] = [
  [
    phrases(
      'since the start of the year|since the beginning of the year|since the turn of the year|so far this year|year to date|this year|for the year|on the year|ytd',
    ),
    thisYear,
  ],
  [phrases('so far this week|this week|for the week|on the week|week to date'), thisWeek],
  [phrases('so far this month|this month|for the month|on the month|month to date'), thisMonth],
  [
    phrases('last week|the previous week|the prior week'),
    (day) => ({ is: 'range', from: addDays(mondayOf(day), -7), to: addDays(mondayOf(day), -1) }),
  ],
  [
    phrases('last month'),
    (day) => ({ is: 'range', from: addMonths(firstOfMonth(day), -1), to: addDays(firstOfMonth(day), -1) }),
  ],
  [
    phrases('last year'),
    (day) => ({ is: 'range', from: `${lastOfYearBefore(day).slice(0, 4)}-01-01`, to: lastOfYearBefore(day) }),
  ],
  [phrases('the same day|that same day|the same session'), () => ({ is: 'same', of: 'day' })],
  [phrases('over those days|over those sessions|in the process'), () => ({ is: 'same', of: 'streak' })],
  [
    phrases(
      'the next day|the next session|the following day|the following session|the day after|a day later|the next trading day',
    ),
    () => ({ is: 'next' }),
  ],
];
const unclear = phrases(
  'the day before|a day earlier|the previous day|the previous session|the prior day|the prior session|a year earlier|a year ago|years ago|months ago|weeks ago|days ago|year over year|at the time|that day|that week|that month|that year|that quarter|last quarter|next week|next month|next year|next quarter|in recent weeks|in recent months|in recent days|in recent sessions|this quarter|for the quarter|this summer|this spring|this autumn|this fall|this winter|last summer|last spring|last fall|last winter|the past few|recently|later that|since then|so far|since going public|since its ipo|since its debut|from its peak|from its high|from a peak|from a high|from its record|from a record|from its low|from their|below its|above its|off its high|off its peak|off its record|from the peak|from the high|from its all|its 52|historically|typically|usually|on average|annually|per year|a year|at its peak|at its low|to date|annualized|in a decade|in a week|in a month|in a single week|in just a week|in a matter of|in minutes|in hours|in days|in weeks|in months|within minutes|within hours|within days|within weeks|ended the month|ended the quarter|ended the year|ends the week|ended the week|finished the week|closed the week|finished the month|closed the month|finished the quarter|closed the quarter|finished the year|closed the year|overnight|in euro terms|in dollar terms|in sterling terms|in real terms|in yen terms',
);
const OVER = new Set(['over', 'in', 'during', 'for', 'within']);
const PAST = new Set(['past', 'last', 'previous', 'prior', 'preceding', 'latest']);

/** Spans told by words alone, in order: "this week", "over the past five sessions", "since 2022", "in the third quarter". */
export function toldSpans(tokens: readonly Token[], published: string): TimePhrase[] {
  const found: TimePhrase[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const phrase =
      namedAt(tokens, at, published) ??
      movementAt(tokens, at) ??
      vagueAt(tokens, at) ??
      countedAt(tokens, at, published) ??
      yearAt(tokens, at, published) ??
      quarterAt(tokens, at, published) ??
      noDayAt(tokens, at);
    if (phrase === null) continue;
    found.push(phrase);
    at = phrase.end - 1;
  }
  return found;
}

function namedAt(tokens: readonly Token[], at: number, published: string): TimePhrase | null {
  for (const [list, when] of named) {
    const length = phraseAt(tokens, at, list);
    if (length > 0) return { when: when(published), start: at, end: at + length };
  }
  const length = phraseAt(tokens, at, unclear);
  return length === 0 ? null : { when: { is: 'unclear' }, start: at, end: at + length };
}

/** "over the past five sessions", "in two days", "the last 12 months", "over the past year". */
function countedAt(tokens: readonly Token[], at: number, published: string): TimePhrase | null {
  const { next: from, preposition, past } = introduced(tokens, at);
  if (!past && !preposition) return null;
  const count = countAt(tokens, from);
  if (count === null ? !past : !isCount(count)) return null;
  const { next, value } = count ?? { next: from, value: 1 };
  const trading = lowerAt(tokens, next) === 'trading';
  const unit = tokens[trading ? next + 1 : next];
  // "The nine-day slide" is what was told before, and no span of nine days.
  if (unit === undefined || unit.joined) return preposition ? thatMoveAt(tokens, at, next + 1) : null;
  const told = spanOf(value, trading ? 'session' : unit.lower.replace(/s$/, ''), published);
  const when = told === null || past ? told : unnamed(told);
  return when === null ? null : { when, start: at, end: next + (trading ? 2 : 1) };
}

const MOVE = phrases(
  'slide|streak|run|stretch|skid|slump|selloff|sell off|rout|rally|losing streak|winning streak|span',
);

const THAT = /^(?:the|this|that|its|their)$/;
const LATEST = /^(?:latest|current|recent|losing|winning|entire|whole|same)$/;
const OVER_MOVE = /^(?:over|during|in|through|throughout|amid)$/;

/** "Over the latest stretch", "during this streak". */
function movementAt(tokens: readonly Token[], at: number): TimePhrase | null {
  if (!OVER_MOVE.test(lowerAt(tokens, at)) || !THAT.test(lowerAt(tokens, at + 1))) return null;
  const next = LATEST.test(lowerAt(tokens, at + 2)) ? at + 3 : at + 2;
  const period = /^(?:this|that)$/.test(lowerAt(tokens, at + 1)) && /^(?:time|period)$/.test(lowerAt(tokens, next));
  return period ? { when: { is: 'same', of: 'streak' }, start: at, end: next + 1 } : thatMoveAt(tokens, at, next);
}

function thatMoveAt(tokens: readonly Token[], start: number, at: number): TimePhrase | null {
  const length = phraseAt(tokens, at, MOVE);
  return length === 0 ? null : { when: { is: 'same', of: 'streak' }, start, end: at + length };
}

const ABOUT = phrases('less than|more than|just over|just under|at least|about|nearly|almost|roughly|around|over');

/** "In less than two weeks": some time, and which one nobody can say. */
function vagueAt(tokens: readonly Token[], start: number): TimePhrase | null {
  const { next: from, preposition } = introduced(tokens, start);
  const worded = phraseAt(tokens, from, ABOUT);
  if (!preposition || worded === 0) return null;
  const at = from + worded;
  const count = countAt(tokens, at);
  const one = /^an?$/.test(lowerAt(tokens, at)) ? at + 1 : at;
  const next = count === null ? one : count.next;
  if (next === at || !/^(?:session|day|week|month|year|decade)s?$/.test(lowerAt(tokens, next))) return null;
  return { when: { is: 'unclear' }, start, end: next + 1 };
}

function isCount({ ordinal, value }: Count): boolean {
  return !ordinal && value >= 1 && value <= 1_000;
}

const ARTICLES = new Set(['the', 'its', 'their', 'those', 'just', 'only']);

/** "over the past": which of its words are there, and where they end. */
function introduced(
  tokens: readonly Token[],
  at: number,
): { readonly next: number; readonly preposition: boolean; readonly past: boolean } {
  let next = at;
  const preposition = OVER.has(lowerAt(tokens, next));
  if (preposition) next += 1;
  if (ARTICLES.has(lowerAt(tokens, next))) next += 1;
  const past = PAST.has(lowerAt(tokens, next));
  return { next: past ? next + 1 : next, preposition, past };
}

function spanOf(count: number, unit: string, published: string): When | null {
  if (!Number.isInteger(count)) return null;
  // "In a single day" says how long it took, and not when it was.
  if (count === 1 && (unit === 'session' || unit === 'day')) return null;
  if (unit === 'session') return { is: 'lastSessions', sessions: count };
  if (unit === 'day') return { is: 'lastDays', days: count };
  if (unit === 'week') return sinceThen(addDays(published, -7 * count));
  if (unit === 'month') return sinceThen(addMonths(published, -count));
  return unit === 'year' ? sinceThen(addMonths(published, -12 * count)) : null;
}

/** "In two weeks", without "past" or "last", names no weeks; "over nine sessions" may name a streak's. */
function unnamed(when: When): When {
  if (when.is === 'lastSessions') return { is: 'someSessions', sessions: when.sessions };
  return when.is === 'lastDays' ? { is: 'someSessions', sessions: when.days } : { is: 'unclear' };
}

function sinceThen(from: string): When {
  return { is: 'since', from, written: from };
}

const ABOUT_YEAR = phrases('at least|early|late|mid');

/** "since 2022", "since at least 2006", "in 2022". */
function yearAt(tokens: readonly Token[], at: number, published: string): TimePhrase | null {
  const since = lowerAt(tokens, at) === 'since';
  if (!since && lowerAt(tokens, at) !== 'in' && lowerAt(tokens, at) !== 'during') return null;
  const next = at + 1 + (since ? phraseAt(tokens, at + 1, ABOUT_YEAR) : 0);
  const text = tokens[next]?.text ?? '';
  if (!YEAR.test(text) || text > published.slice(0, 4)) return null;
  const year = Number(text);
  const when: When = since
    ? { is: 'since', from: dateOf(year - 1, 12, 31), written: text }
    : { is: 'range', from: dateOf(year, 1, 1), to: earlier(dateOf(year, 12, 31), published) };
  return { when, start: at, end: next + 1 };
}

const YEAR = /^(?:19|20)\d\d$/;

/** "in the third quarter (of 2025)": of the calendar, as the press counts a stock's quarters. */
function quarterAt(tokens: readonly Token[], at: number, published: string): TimePhrase | null {
  if (!OVER.has(lowerAt(tokens, at)) || lowerAt(tokens, at + 1) !== 'the') return null;
  const count = countAt(tokens, at + 2);
  if (count?.ordinal !== true || count.value > 4 || lowerAt(tokens, count.next) !== 'quarter') return null;
  const stated = lowerAt(tokens, count.next + 1) === 'of' ? (tokens[count.next + 2]?.text ?? '') : '';
  const told = YEAR.test(stated);
  const end = count.next + (told ? 3 : 1);
  const from = dateOf(Number(told ? stated : published.slice(0, 4)), count.value * 3 - 2, 1);
  if (from > published) return { when: { is: 'unclear' }, start: at, end };
  return { when: { is: 'range', from, to: earlier(lastOfMonth(addMonths(from, 2)), published) }, start: at, end };
}

/** "on 2/6", "Feb. 30", "on the 13th": a day is told, but no calendar of ours has it, or it may be two. */
function noDayAt(tokens: readonly Token[], at: number): TimePhrase | null {
  const [first, second, third] = [lowerAt(tokens, at), lowerAt(tokens, at + 1), lowerAt(tokens, at + 2)];
  if (/^\d{1,2}$/.test(first) && second === '/' && /^\d{1,2}$/.test(third) && lowerAt(tokens, at + 3) !== '/')
    return { when: { is: 'unclear' }, start: at, end: at + 3 };
  if (
    first === 'the' &&
    /^\d{1,2}$/.test(second) &&
    /^(?:st|nd|rd|th)$/.test(third) &&
    lowerAt(tokens, at - 1) === 'on'
  )
    return { when: { is: 'unclear' }, start: at, end: at + 3 };
  const days = DAYS.get(first.slice(0, 3));
  const dot = second === '.' ? 1 : 0;
  const day = lowerAt(tokens, at + 1 + dot);
  if (days === undefined || !MONTHS.test(first) || !/^\d{1,2}$/.test(day) || (Number(day) <= days && Number(day) > 0))
    return null;
  return { when: { is: 'unclear' }, start: at, end: at + 2 + dot };
}

const MONTHS = /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?$/;
const DAYS = new Map(
  [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].map((days, month) => [
    'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')[month] ?? '',
    days,
  ]),
);
