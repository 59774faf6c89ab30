import { lowerAt, phraseAt, phrases, wordSet } from '../words/tokens';
import type { Figure } from '../figures/figures';
import { brokenBetween } from '../sentence/clauses';
import type { Predicate } from '../sentence/predicates';
import type { SentenceReading } from '../sentence/sentence-reading';
import { otherFigures } from '../words/nouns';

const LEFT_REACH = 12;
const NOUN_REACH = 4;
/** What may follow a figure that the verb before it owns; another noun would own it ("20% growth", "a 5% stake"). */
const FOLLOWS =
  wordSet(`on in at to from since this over for by so and or but after following when while as before during
  intraday premarket pre amid with despite ahead today yesterday tonight last through within the early late monday tuesday
  wednesday thursday friday between its across apiece each a an then that until upon even among versus against which who
  because due lower higher up down year month week jan feb mar apr may jun jul aug sept sep oct nov dec january february march
  april june july august september october november december earlier however just more overall straight later near`);
const BREAKS = wordSet('after following when while before as because than from on despite amid');

/** The words that say where the price of a figure went; null where the figure is something else's. */
export function governing(reading: SentenceReading, figure: Figure): Predicate | null {
  const right = behind(reading, figure);
  if (right !== null) return right === 'other' ? null : right;
  return inFront(reading, figure);
}

/** "a 5% drop", "1% higher", "a 5% intraday slide". */
function behind(reading: SentenceReading, { end }: Figure): Predicate | 'other' | null {
  const owner = ownerBehind(reading, end);
  if (owner !== null) return owner.use === 'noun' && ofOther(reading, owner.at) ? 'other' : owner;
  if (ofItsValue(reading, end)) return null;
  const next = reading.tokens[end];
  if (next?.kind !== 'word' || FOLLOWS.has(next.lower) || next.joined) return null;
  return reading.names.some(({ start }) => start === end) ? null : 'other';
}

const ENDS_REACH =
  /^(?:of|in|on|to|at|for|after|and|or|but|this|that|while|as|its|the|from|since|by|with|over|when|following|before)$/;

function ownerBehind({ tokens, predicates, figures }: SentenceReading, end: number): Predicate | null {
  for (let at = end; at <= end + NOUN_REACH && at < tokens.length; at += 1) {
    const owner = predicates.find((predicate) => predicate.at === at);
    if (owner?.use === 'noun' || (owner?.use === 'particle' && at === end)) return owner;
    const { kind, lower } = tokens[at]!;
    if (kind !== 'word' || ENDS_REACH.test(lower) || figures.some(({ start }) => start === at)) return null;
  }
  return null;
}

const OF_ITS_VALUE = phrases(
  'of its value|of their value|of its market value|of its market cap|of its market capitalization',
);

/** "lost 18% of its value". */
export function ofItsValue({ tokens }: SentenceReading, end: number): boolean {
  return phraseAt(tokens, end, OF_ITS_VALUE) > 0;
}

/** "lost 18% of its market value". */
export function ofMarketValue(reading: SentenceReading, end: number): boolean {
  return ofItsValue(reading, end) && lowerAt(reading.tokens, end + 2) === 'market';
}

const EXTREMES = /^(?:high|highs|low|lows|peak|peaks|trough|bottom|record)$/;

/** "recovered 5% from its Feb. 13 low", "12% below its record": of a day that nobody told. */
export function fromAnExtreme({ tokens }: SentenceReading, end: number): boolean {
  if (!/^(?:from|below|above|off)$/.test(lowerAt(tokens, end))) return false;
  return tokens.slice(end + 1, end + 9).some(({ lower }) => EXTREMES.test(lower));
}

/** "a 5% drop in revenue". */
export function ofOther({ tokens }: SentenceReading, noun: number): boolean {
  if (!/^(?:in|of|for)$/.test(lowerAt(tokens, noun + 1))) return false;
  return tokens.slice(noun + 2, noun + 6).some(({ lower }) => otherFigures.has(lower));
}

/** "fell 5%", "is down more than 12%", "a drop of 5%", "fell to $198, or 5%". */
function inFront(reading: SentenceReading, { start, core }: Figure): Predicate | null {
  const { tokens, predicates } = reading;
  const owner = predicates.findLast(({ at }) => at < core);
  if (owner === undefined || start - owner.at > LEFT_REACH || brokenBetween(reading, owner.at, start)) return null;
  if (owner.use === 'noun' && (lowerAt(tokens, owner.at + 1) !== 'of' || start - owner.at > 4)) return null;
  for (let at = owner.at + 1; at < start; at += 1) {
    const { text, lower } = tokens[at]!;
    if (otherFigures.has(lower)) return null;
    if (BREAKS.has(lower) && !inTime(reading, at)) return null;
    if (text === ',' && !isAside(reading, at, start)) return null;
  }
  return owner;
}

/** "on" and "from" of a time ("fell on Friday by 3%") break nothing. */
function inTime({ times, tokens }: SentenceReading, at: number): boolean {
  return times.some(
    ({ start, end }) => (start <= at && at < end) || (start === at + 1 && /^(?:on|after)$/.test(tokens[at]!.lower)),
  );
}

/** "to $198.79, or 3%," and "as much as 8%, to": the comma of a figure told twice. */
function isAside({ tokens }: SentenceReading, comma: number, start: number): boolean {
  return lowerAt(tokens, comma + 1) === 'or' && start - comma <= 2;
}
