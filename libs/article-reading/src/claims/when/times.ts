import { type Token, lowerAt } from '../words/tokens';
import { dateOf } from './days';
import { explicitDates, mayHaveDates } from './explicit-dates';
import type { TimePhrase, When } from './time-phrase';
import { toldSpans } from './told-spans';

/** How many sentences of a text chrono may still read: it takes milliseconds each, and no article needs many. */
export interface DateBudget {
  left: number;
}

/** The times that a sentence tells, in order and apart from each other. Null where dates stand in it and the budget is spent. */
export function timesOf(
  sentence: string,
  tokens: readonly Token[],
  published: string,
  budget: DateBudget,
): TimePhrase[] | null {
  const spans = toldSpans(tokens, published);
  if (!mayHaveDates(sentence)) return spans;
  if (budget.left === 0) return null;
  budget.left -= 1;
  const dates = explicitDates(sentence, tokens[0]?.start ?? 0, tokens, published)
    .filter((date) => !spans.some((span) => span.start < date.end && date.start < span.end))
    .map((date) => since(date, tokens));
  const joined = joinRanges(dates, tokens).map((date) => notItsDay(date, tokens));
  return [...spans, ...joined].sort((a, b) => a.start - b.start);
}

/** "Up 1% from Thursday's close", "before Friday it had fallen": the day told is none of those that the figure is of. */
function notItsDay(phrase: TimePhrase, tokens: readonly Token[]): TimePhrase {
  if (phrase.when.is !== 'day') return phrase;
  const before = lowerAt(tokens, phrase.start - 1);
  return /^(?:from|before|until|till)$/.test(before) ? { ...phrase, when: { is: 'unclear' } } : phrase;
}

/** "since Feb. 5", "since March", "since at least November 2021". */
function since(phrase: TimePhrase, tokens: readonly Token[]): TimePhrase {
  let start = phrase.start - 1;
  // "Since its Feb. 5 report" is since the report.
  const close = /^clos(?:e|ing)$/.test(lowerAt(tokens, phrase.end));
  if (/^(?:the|its|their)$/.test(lowerAt(tokens, start)) && !close) return phrase;
  while (start > phrase.start - MOST_BETWEEN && BETWEEN.test(lowerAt(tokens, start))) start -= 1;
  if (lowerAt(tokens, start) !== 'since') return phrase;
  const ended = tokens.slice(start, phrase.start).some(({ lower }) => lower === 'end');
  return {
    ...phrase,
    when: ended && phrase.when.is === 'range' ? sinceEnd(phrase.when.to) : sinceOf(phrase.when),
    start,
  };
}

/** "since the close on Oct. 23", "since at least early March", "since the start of February". */
const BETWEEN = /^(?:the|its|their|at|least|early|late|mid|last|close|closing|price|on|of|start|end|beginning|open)$/;
const MOST_BETWEEN = 6;

function sinceEnd(from: string): When {
  return { is: 'since', from, written: from.slice(0, 7) };
}

function sinceOf(when: When): When {
  if (when.is === 'day') return { is: 'since', from: when.on, written: when.on };
  if (when.is !== 'range') return { is: 'unclear' };
  const [year = 0, month = 1] = when.from.split('-').map(Number);
  const dayBefore = new Date(Date.UTC(year, month - 1, 0));
  const from = dateOf(dayBefore.getUTCFullYear(), dayBefore.getUTCMonth() + 1, dayBefore.getUTCDate());
  return { is: 'since', from, written: when.from.slice(0, 7) };
}

/** "from Monday to Thursday", "between Feb. 3 and Feb. 13": two days that a small word ties. */
function joinRanges(dates: readonly TimePhrase[], tokens: readonly Token[]): TimePhrase[] {
  const joined: TimePhrase[] = [];
  for (const date of dates) {
    const before = joined.at(-1);
    const range = before === undefined ? null : rangeOf(before, date, tokens);
    if (range === null) joined.push(date);
    else joined[joined.length - 1] = range;
  }
  return joined;
}

function rangeOf(first: TimePhrase, second: TimePhrase, tokens: readonly Token[]): TimePhrase | null {
  if (first.when.is !== 'day' || second.when.is !== 'day' || first.when.on >= second.when.on) return null;
  const tie = lowerAt(tokens, first.end);
  const opened = /^(?:from|between)$/.test(lowerAt(tokens, first.start - 1));
  if (second.start - first.end > 1 || !/^(?:to|and|through|until|till|–|—)$/.test(tie)) return null;
  if (!opened && tie !== 'through') return null;
  return { when: { is: 'range', from: first.when.on, to: second.when.on }, start: first.start, end: second.end };
}
