import type { Sentence } from '../../text/read-text';
import { type Figure, figuresOf } from '../figures/figures';
import type { TimePhrase } from '../when/time-phrase';
import { type DateBudget, timesOf } from '../when/times';
import type { Named, Names } from '../whose/names';
import { closingVerbs, valueVerbs } from '../words/moves';
import { marketValuePhrases } from '../words/nouns';
import { lowerAt, phraseAt, type Token, tokensOf, wordSet } from '../words/tokens';
import { type Predicate, predicatesOf } from './predicates';
import { type StreakPhrase, streaksOf } from './streaks';
import type { Stretch } from './stretch';

/** Everything found in a sentence before anything is concluded from it. */
export interface SentenceReading {
  readonly tokens: readonly Token[];
  readonly names: readonly Named[];
  readonly figures: readonly Figure[];
  readonly predicates: readonly Predicate[];
  /** Where "market value" and its like stand. */
  readonly values: readonly Stretch[];
  readonly streaks: readonly StreakPhrase[];
  readonly times: readonly TimePhrase[];
}

/** What is read of a longer sentence: its beginning. Nobody writes one, but a broken page may be one. */
const LONGEST = 1_500;

export function namesOf(text: string, { start, end }: Sentence, names: Names): { tokens: Token[]; named: Named[] } {
  const tokens = tokensOf(text, start, Math.min(end, start + LONGEST));
  return { tokens, named: names.in(tokens) };
}

/** Null where no word of it could tell of a tape, or it asks, or its dates can no longer be read. */
export function readSentence(
  text: string,
  { tokens, named }: { readonly tokens: readonly Token[]; readonly named: readonly Named[] },
  published: string,
  budget: DateBudget,
): SentenceReading | null {
  const last = tokens.at(-1);
  if (last === undefined || asks(tokens)) return null;
  const figures = figuresOf(tokens);
  const predicates = predicatesOf(tokens, figures);
  const values = marketValues(tokens);
  if (predicates.length === 0 && values.length === 0 && !tokens.some(({ lower }) => tapeWord(lower))) return null;
  const times = timesOf(text.slice(tokens[0]!.start, last.end), tokens, published, budget);
  if (times === null) return null;
  const streaks = streaksOf(tokens);
  // "For nine days straight" is a streak and no span of nine days.
  const apart = times.filter((time) => !streaks.some(({ start, end }) => start < time.end && time.start < end));
  return { tokens, names: named, figures, predicates, values, streaks, times: apart };
}

const TAPE_WORDS = new Set(
  'streak streaks straight consecutive record highest lowest opened topped crossed surpassed exceeded hit touched reached traded trading above below every each'.split(
    ' ',
  ),
);

function tapeWord(lower: string): boolean {
  return closingVerbs.has(lower) || valueVerbs.has(lower) || TAPE_WORDS.has(lower);
}

/** A question tells nothing, nor does what rests on an "if", or is told as untrue. */
function asks(tokens: readonly Token[]): boolean {
  const end = tokens.slice(-2).some(({ text }) => text === '?');
  return end || hadIt(tokens) || tokens.some(({ lower }) => NOT_SO.has(lower));
}

const NOT_SO = wordSet(
  'if unless false falsely untrue incorrect incorrectly wrong wrongly erroneous erroneously mistaken mistakenly misleading inaccurate inaccurately fabricated debunked hoax fake myth rumor rumors rumour rumours rumored rumoured satire satirical parody fictional',
);

/** "Had Amazon fallen 5%, ...", "Should it drop 5%": a condition without its "if". */
function hadIt(tokens: readonly Token[]): boolean {
  const first = tokens.find(({ kind }) => kind !== 'sign');
  return first !== undefined && /^(?:had|should|were)$/.test(first.lower);
}

/** "market value" and its like, and "value" alone behind a sum ("$20 billion in value"). */
function marketValues(tokens: readonly Token[]): Stretch[] {
  const found: Stretch[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const length = phraseAt(tokens, at, marketValuePhrases) || bareValue(tokens, at);
    if (length === 0) continue;
    found.push({ start: at, end: at + length });
    at += length - 1;
  }
  return found;
}

function bareValue(tokens: readonly Token[], at: number): number {
  if (tokens[at]!.lower !== 'value' || !/^(?:in|of)$/.test(lowerAt(tokens, at - 1))) return 0;
  return /^(?:billion|trillion|million|bn|tn|dollars)$/.test(lowerAt(tokens, at - 2)) ? 1 : 0;
}
