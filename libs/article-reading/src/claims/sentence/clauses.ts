import type { SentenceReading } from './sentence-reading';
import type { Stretch } from './stretch';
import { wordSet } from '../words/tokens';

const CONJUNCTIONS = wordSet(
  'while as but when because though although whereas after before following where despite amid that whether',
);
const SAYING = wordSet(
  'said says told reported reports announced wrote noted added saying reporting announcing unveiled noting according',
);
const STOPS = new Set([',', ';', ':', '(', ')', '"', '“', '”', '—', '–', '-']);
/** What no claim reaches across. */
const HARD = wordSet('while but whereas although though');

/** A sentence's tokens at which a clause begins: a stop, a conjunction, a word of saying; "and" unless it ties two names. */
export function boundaryAt(reading: SentenceReading, at: number): boolean {
  const { tokens, names } = reading;
  const token = tokens[at];
  if (token === undefined) return true;
  if (names.some(({ start, end }) => start <= at && at < end)) return false;
  if (token.kind === 'sign') return STOPS.has(token.text);
  if (token.lower === 'and')
    return !(names.some(({ end }) => end === at) && names.some(({ start }) => start === at + 1));
  if (token.lower === 'as' && tokens[at + 1]?.lower === 'of') return false;
  return CONJUNCTIONS.has(token.lower) || isSaying(reading, at);
}

function isSaying({ tokens, predicates }: SentenceReading, at: number): boolean {
  return SAYING.has(tokens[at]!.lower) && !predicates.some((predicate) => predicate.at === at);
}

/** The words in front of `end` that belong to its clause. */
export function clauseBefore(reading: SentenceReading, end: number): Stretch {
  let start = end;
  while (start > 0 && !boundaryAt(reading, start - 1) && !isVerb(reading, start - 1)) start -= 1;
  return { start, end };
}

/** Whether a verb of a price's move stands there: what is behind it belongs to it, and has no subject for the next. */
export function isVerb({ predicates }: SentenceReading, at: number): boolean {
  return predicates.some(
    ({ use, form, at: word, verb }) =>
      (use === 'particle' || (use === 'verb' && form !== 'bare')) && (word === at || verb === at),
  );
}

/** Whether a word that breaks a thought ("while", ";") stands between two tokens. */
export function brokenBetween({ tokens }: SentenceReading, from: number, to: number): boolean {
  for (let at = Math.max(0, from); at < to; at += 1) {
    const { lower, text } = tokens[at]!;
    if (text === ';' || HARD.has(lower)) return true;
  }
  return false;
}

/** Whether another stop, or a conjunction, stands between two tokens. */
export function clauseEndsBetween(reading: SentenceReading, from: number, to: number): boolean {
  for (let at = Math.max(0, from); at < to; at += 1) if (boundaryAt(reading, at)) return true;
  return false;
}
