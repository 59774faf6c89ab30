import { type Token, lowerAt, wordSet } from '../words/tokens';
import nlp from 'compromise';

const NUMBER_WORDS = wordSet(`one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
  sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred first second third
  fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth
  eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth`);
const ORDINAL_SUFFIXES = wordSet('st nd rd th');
const MOST_WORDS = 4;

/** A count, written in digits or in words; `next` is the token behind it. */
export interface Count {
  readonly value: number;
  readonly ordinal: boolean;
  readonly next: number;
}

/** compromise takes milliseconds a phrase, and a text repeats few. */
const known = new Map<string, number | null>();
const MOST_KNOWN = 2_000;

function valueOf(phrase: string): number | null {
  const before = known.get(phrase);
  if (before !== undefined) return before;
  const read: unknown = nlp(phrase).numbers().get();
  const [value, ...more] = Array.isArray(read) ? (read as unknown[]) : [];
  const result = typeof value === 'number' && Number.isFinite(value) && more.length === 0 ? value : null;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(phrase, result);
  return result;
}

/** "9", "nine", "9th", "twenty-first" at a token; null where none stands there. */
export function countAt(tokens: readonly Token[], at: number): Count | null {
  const first = tokens[at];
  if (first?.kind === 'number') {
    const ordinal = ORDINAL_SUFFIXES.has(lowerAt(tokens, at + 1)) && tokens[at + 1]?.start === first.end;
    return { value: Number(first.text.replaceAll(',', '')), ordinal, next: at + (ordinal ? 2 : 1) };
  }
  let next = at;
  while (next < at + MOST_WORDS && NUMBER_WORDS.has(lowerAt(tokens, next))) next += 1;
  if (next === at) return null;
  const words = tokens.slice(at, next).map(({ lower }) => lower);
  const value = valueOf(words.join(words.length === 2 ? '-' : ' '));
  return value === null
    ? null
    : { value, ordinal: /(?:st|nd|rd|th|first|second|third)$/.test(words.at(-1) ?? ''), next };
}
