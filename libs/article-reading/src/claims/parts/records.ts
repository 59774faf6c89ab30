import { type Token, lowerAt, phraseAt, phrases, wordSet } from '../words/tokens';
import type { Claim } from '@streakline/events';
import { countAt } from '../figures/number-words';
import type { SentenceReading } from '../sentence/sentence-reading';
import type { Stretch } from '../sentence/stretch';
import { addMonths } from '../when/days';
import { type Direction, moveNouns } from '../words/moves';

type Record = NonNullable<Claim['record']>;

/** "longest losing streak since 2006": the words, and what would have to be the first of its kind since then. */
export interface RecordPhrase extends Stretch {
  readonly record: Record;
  readonly direction: Direction | null;
  /** Where the words that it is told of stand: whose record it is stands before. */
  readonly at: number;
}

const SUPERLATIVES = wordSet(
  'longest biggest largest worst best steepest sharpest deepest highest lowest record greatest',
);
const REACH = 7;
const EVER = phrases("ever|on record|in history|of all time|in its history|in the company's history");
const SPANS = wordSet('week weekly month monthly quarter quarterly year annual yearly');
const CLOSING = wordSet('close closed closes closing ended ending finished finishing settled');

/** The records of a stock in a sentence. A record of which it cannot be told since when is none. */
export function recordsOf(reading: SentenceReading, published: string): RecordPhrase[] {
  const found: RecordPhrase[] = [];
  for (let at = 0; at < reading.tokens.length; at += 1) {
    const phrase = recordAt(reading, at, published) ?? highAt(reading, at);
    if (phrase === null) continue;
    found.push(phrase);
    at = phrase.end - 1;
  }
  return found;
}

function recordAt(reading: SentenceReading, at: number, published: string): RecordPhrase | null {
  const { tokens } = reading;
  if (!SUPERLATIVES.has(tokens[at]!.lower)) return null;
  const what = whatOf(tokens, at);
  if (what === null) return null;
  const since = sinceOf(reading, what.end, published);
  return since === null
    ? null
    : { start: at, end: since.end, at, record: { of: what.of, since: since.since }, direction: what.direction };
}

interface What {
  readonly of: Record['of'];
  readonly direction: Direction | null;
  readonly end: number;
}

/** What is the longest, largest, highest: within a few words of it. */
function whatOf(tokens: readonly Token[], at: number): What | null {
  const superlative = tokens[at]!.lower;
  if (superlative === 'highest' || superlative === 'lowest') return extreme(tokens, at);
  for (let next = at + 1; next <= at + REACH && next < tokens.length; next += 1) {
    const { lower, kind } = tokens[next]!;
    if (kind === 'sign' || lower === 'since' || SPANS.has(lower)) return null;
    if (RUNS.test(lower)) return streakOf(tokens, at, next);
    const what = superlative === 'longest' ? null : moveAt(tokens, superlative, next);
    if (what !== null) return what;
  }
  return null;
}

const RUNS = /^(?:streak|run|skid|stretch)$/;

/** "longest losing streak", "worst run". */
function streakOf(tokens: readonly Token[], at: number, noun: number): What | null {
  const superlative = tokens[at]!.lower;
  if (!/^(?:longest|worst|best|record)$/.test(superlative)) return null;
  const words = tokens.slice(at, noun).map(({ lower }) => lower);
  const down = words.includes('losing') || superlative === 'worst';
  const up = words.includes('winning') || superlative === 'best';
  return { of: 'longestStreak', direction: down ? 'down' : up ? 'up' : null, end: noun + 1 };
}

/** "biggest one-day drop", "worst day". */
function moveAt(tokens: readonly Token[], superlative: string, at: number): What | null {
  const { lower } = tokens[at]!;
  const moved = lower === 'sell' ? 'down' : moveNouns.get(lower);
  if (moved !== undefined) return moveOf(tokens, at, moved);
  const ofDay = /^(?:day|session)$/.test(lower) && !moves(tokens, at + 1);
  if (!ofDay || (superlative !== 'worst' && superlative !== 'best')) return null;
  return { of: 'largestMove', direction: superlative === 'worst' ? 'down' : 'up', end: at + 1 };
}

function moves(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(at, at + 3).some(({ lower }) => moveNouns.has(lower));
}

const VALUE = phrases(
  'of market value|in market value|of market cap|in market cap|in value|of market capitalization|in market capitalization',
);

function moveOf(tokens: readonly Token[], noun: number, direction: Direction): What | null {
  const end = noun + (lowerAt(tokens, noun) === 'sell' ? 2 : 1);
  const value = phraseAt(tokens, end, VALUE);
  if (value > 0) return { of: 'largestMarketCapChange', direction, end: end + value };
  const other =
    /^(?:in|of|for|among)$/.test(lowerAt(tokens, end)) &&
    !/^(?:its|the|stock|history)$/.test(lowerAt(tokens, end + 1)) &&
    countAt(tokens, end + 1) === null;
  return other && !/^(?:more|over|nearly|almost|about)$/.test(lowerAt(tokens, end + 1))
    ? null
    : { of: 'largestMove', direction, end };
}

/** "highest close since", "its lowest level since", "the highest since". */
function extreme(tokens: readonly Token[], at: number): What | null {
  const high = tokens[at]!.lower === 'highest';
  let end = at + 1;
  while (
    end <= at + 3 &&
    /^(?:close|closing|level|price|point|finish|share|stock|mark|settlement|intraday)$/.test(lowerAt(tokens, end))
  )
    end += 1;
  const closing = tokens
    .slice(0, end)
    .some(({ lower }) => CLOSING.has(lower) || lower === 'finish' || lower === 'settlement');
  if (
    end === at + 1 &&
    lowerAt(tokens, end) !== 'since' &&
    lowerAt(tokens, end) !== 'in' &&
    phraseAt(tokens, end, EVER) === 0
  )
    return null;
  return { of: extremeOf(high, closing), direction: null, end };
}

function extremeOf(high: boolean, closing: boolean): Record['of'] {
  if (closing) return high ? 'highestClose' : 'lowestClose';
  return high ? 'highestPrice' : 'lowestPrice';
}

const HIGHS = phrases(
  'record high|all time high|record close|record closing high|record low|all time low|record closing low|new high|lifetime high|lifetime low',
);

/** "closed at a record high", "hit an all-time high". */
function highAt({ tokens }: SentenceReading, at: number): RecordPhrase | null {
  const length = phraseAt(tokens, at, HIGHS);
  if (length === 0 || tokens[at]!.lower === 'new') return null;
  const words = tokens.slice(at, at + length).map(({ lower }) => lower);
  // "Below its record high", "from an all-time high": where it is not.
  if (
    tokens
      .slice(Math.max(0, at - 4), at)
      .some(({ lower }) => /^(?:from|below|off|since|above|near|under|shy|short|after|toward|towards)$/.test(lower))
  )
    return null;
  const closing =
    words.includes('close') ||
    words.includes('closing') ||
    tokens.slice(Math.max(0, at - 8), at).some(({ lower }) => CLOSING.has(lower));
  return {
    start: at,
    end: at + length,
    at,
    record: { of: extremeOf(!words.includes('low'), closing), since: null },
    direction: null,
  };
}

const MORE = phrases('more than|at least|over|well over');

/** "since 2006", "since November 2021", "in two years", "ever". */
function sinceOf(
  reading: SentenceReading,
  from: number,
  published: string,
): { readonly since: string | null; readonly end: number } | null {
  const { tokens, times } = reading;
  for (let at = from; at <= from + 6 && at < tokens.length; at += 1) {
    const ever = phraseAt(tokens, at, EVER);
    if (ever > 0) return { since: null, end: at + ever };
    if (tokens[at]!.lower === 'since') {
      const time = times.find(({ start, when }) => start === at && when.is === 'since');
      return time?.when.is === 'since' ? { since: time.when.written, end: time.end } : null;
    }
    if (tokens[at]!.lower === 'in') return within(tokens, at + 1, published);
    if (tokens[at]!.kind === 'sign') return null;
  }
  return null;
}

const MONTHS = { month: 1, year: 12, decade: 120 };

/** "in more than two years". "Nearly two years" may be less than that, and cannot be checked. */
function within(
  tokens: readonly Token[],
  from: number,
  published: string,
): { readonly since: string; readonly end: number } | null {
  const at = from + phraseAt(tokens, from, MORE);
  const one = /^(?:a|one)$/.test(lowerAt(tokens, at));
  const count = one ? { value: 1, next: at + 1 } : countAt(tokens, at);
  if (count === null || !Number.isInteger(count.value) || count.value > 200) return null;
  const unit = /^(year|month|decade)s?$/.exec(lowerAt(tokens, count.next))?.[1];
  if (unit === undefined) return null;
  const length = MONTHS[unit as keyof typeof MONTHS];
  // "In nine months" may be somewhat less; only "in more than nine" is surely that long.
  const sure = count.value * length - (at > from ? 0 : Math.ceil(length / 2));
  return sure === 0 ? null : { since: addMonths(published, -sure), end: count.next + 1 };
}
