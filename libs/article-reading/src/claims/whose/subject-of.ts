import { type Token, lowerAt, wordSet } from '../words/tokens';
import { clauseBefore, isVerb } from '../sentence/clauses';
import type { SentenceReading } from '../sentence/sentence-reading';
import type { Stretch } from '../sentence/stretch';
import { closingVerbs } from '../words/moves';
import { fillers, notTold, otherFigures, others, stockNouns } from '../words/nouns';
import type { Named, Whose } from './names';
import { isListedElsewhere, isVerbOfAnother } from './strangers';
import { isFiller, isSubject } from './stock-as-subject';

/** What a clause says of whose figure it tells. */
type Clause =
  | { readonly is: 'named'; readonly whose: readonly Whose[] }
  /** "The stock", "its shares": of whom the text speaks. */
  | { readonly is: 'stock' }
  /** "It", or nothing at all: of whom the sentence spoke before. */
  | { readonly is: 'empty'; readonly pronoun: boolean }
  /** Of a figure that no tape holds, or somebody that is not known. */
  | { readonly is: 'other' }
  | { readonly is: 'unknown' };

/** Of whom the text spoke before this sentence. */
export interface Topic {
  /** Whom the last sentences were about; the article's main instrument where they name none. */
  readonly stock: Whose | null;
  /** Whose tape the sentences just before spoke of: only then "it" is a stock. */
  readonly claimed: Whose | null;
}

export interface SubjectFound {
  readonly whose: readonly Whose[];
  /** The clause had no subject of its own: it goes on with what the sentence told before. */
  readonly inherited: boolean;
  readonly start: number;
}

/** A clause that begins so explains another and has no subject for the next one. */
const ASIDE = wordSet(
  'which who whose that after following despite amid on in with as since before ahead at during when because while according from by for where',
);
/** With "the slide" or "that streak" a clause speaks of what was told before, as with "it". */
const PRONOUNS = wordSet('it they slide streak slump selloff sell rout rally stretch skid run plunge');
const BY_OTHERS = wordSet(
  'rival backed owned led supplier partner competitor founder ceo cfo chief executive analyst analysts',
);
const PREPOSITIONS = wordSet('of at in for to from with by on against into like than versus');

/**
 * Whose figure the words at `verb` tell: who stands in their clause, else who the sentence spoke of before, else whom
 * the text speaks of. Null where it is not told as a fact, or where the words are about something that has no tape.
 */
export function subjectOf(reading: SentenceReading, verb: number, topic: Topic): SubjectFound | null {
  const clause = clauseBefore(reading, verb);
  if (!isTold(reading.tokens, clause, verb)) return null;
  const own = judge(reading, clause);
  if (isOfAnother(reading, clause)) return null;
  if (own.is === 'named') return { whose: own.whose, inherited: false, start: clause.start };
  if (own.is === 'stock') return stockOf(reading, clause, topic);
  if (own.is !== 'empty') return null;
  return inherit(reading, clause, own.pronoun, topic) ?? fromTheRight(reading, verb, clause, topic);
}

/** "The stock": of whom its sentence named first, else of whom the text speaks. */
function stockOf({ names }: SentenceReading, { start }: Stretch, topic: Topic): SubjectFound | null {
  const here = names.find((named) => named.end <= start && named.instrument !== null);
  const whose = here ?? topic.stock;
  return whose === null ? null : { whose: [whose], inherited: false, start };
}

/** "Bought Zoox, which fell 3%", "beat Walmart, whose shares fell": of the last named there, unless that stands alone. */
function isOfAnother(reading: SentenceReading, { start }: Stretch): boolean {
  const { tokens } = reading;
  const at = [start, start - 1].find((place) => /^(?:which|whose)$/.test(lowerAt(tokens, place)));
  if (at === undefined || at === 0) return false;
  return !isWhole(reading, clauseBefore(reading, tokens[at - 1]?.text === ',' ? at - 1 : at));
}

/** A clause that is a name alone, or the shares of one: "Amazon, which..." */
function isWhole({ tokens, names }: SentenceReading, clause: Stretch): boolean {
  return indexes(clause).every(
    (at) =>
      isFiller(tokens[at]!) ||
      stockNouns.has(tokens[at]!.lower) ||
      names.some(({ start, end }) => start <= at && at < end),
  );
}

function isTold(tokens: readonly Token[], { start }: Stretch, verb: number): boolean {
  for (let at = start; at < verb; at += 1) {
    const { lower } = tokens[at]!;
    if (lower === 'instead' && lowerAt(tokens, at + 1) === 'of') return false;
    if (lower === 'set' ? lowerAt(tokens, at + 1) === 'to' : notTold.has(lower)) return false;
  }
  // "Fell early to close 2% lower" tells what was; no other infinitive does.
  const infinitive = lowerAt(tokens, verb - 1) === 'to' && !closingVerbs.has(lowerAt(tokens, verb));
  return !infinitive && !negated(tokens, verb);
}

/** "didn't" is the three tokens didn, ’ and t; "are no longer down", "is not down". */
function negated(tokens: readonly Token[], verb: number): boolean {
  if (/^(?:not?|never|hardly)$/.test(lowerAt(tokens, verb + 1))) return true;
  return tokens
    .slice(Math.max(0, verb - 4), verb)
    .some(({ lower }) => /^(?:did|has|have|had|was|were|is|are|would|could|won|can)n$/.test(lower));
}

function judge(reading: SentenceReading, clause: Stretch): Clause {
  const { tokens } = reading;
  const inside = reading.names.filter(({ start, end }) => start >= clause.start && end <= clause.end);
  const named = inside.filter((each) => !ofOthers(tokens, each));
  const free = indexes(clause).filter((at) => !inside.some(({ start, end }) => start <= at && at < end));
  const stock = free.find((at) => stockNouns.has(tokens[at]!.lower) && lowerAt(tokens, at + 1) !== 'market');
  if (free.some((at) => otherFigures.has(tokens[at]!.lower) || others.has(tokens[at]!.lower))) return { is: 'other' };
  if (stock !== undefined) return ofStock(tokens, clause, named, stock, free);
  if (named.length > 0) return isBare(tokens, clause, named) ? { is: 'named', whose: named } : { is: 'other' };
  if (free.some((at) => !isFiller(tokens[at]!))) return { is: 'unknown' };
  return { is: 'empty', pronoun: free.some((at) => PRONOUNS.has(tokens[at]!.lower)) };
}

function indexes({ start, end }: Stretch): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}

/** "Amazon-backed", "Amazon rival Walmart", "Amazon's CEO": somebody else. */
function ofOthers(tokens: readonly Token[], { end }: Named): boolean {
  const next = lowerAt(tokens, end) === "'s" ? end + 1 : end;
  return BY_OTHERS.has(lowerAt(tokens, next));
}

function ofStock(
  tokens: readonly Token[],
  clause: Stretch,
  named: readonly Named[],
  stock: number,
  free: readonly number[],
): Clause {
  if (!isSubject(tokens, clause, stock, named) || isListedElsewhere(tokens, free)) return { is: 'other' };
  const behind = named.filter(({ start }) => start > stock && /^(?:of|in|for|and|,)$/.test(lowerAt(tokens, start - 1)));
  if (behind.length > 0) return { is: 'named', whose: behind };
  const before = tied(
    tokens,
    named.filter(({ end }) => end <= stock),
  );
  if (before.length > 0) return { is: 'named', whose: before };
  const unknown = unknownName(tokens, clause, stock);
  if (unknown !== null) return { is: 'named', whose: [{ subject: { name: unknown }, instrument: null }] };
  // "Stocks fell": the market's. A stock of somebody who is called by what he is ("the chipmaker's shares") is whom the text speaks of.
  return tokens[stock]!.lower === 'stocks' || (tokens[stock]!.lower === 'share' && free.length === 1)
    ? { is: 'other' }
    : { is: 'stock' };
}

/** "Amazon and Microsoft shares": the last name, with those that an "and" ties to it. */
function tied(tokens: readonly Token[], named: readonly Named[]): readonly Named[] {
  let first = named.length - 1;
  while (
    first > 0 &&
    named[first]!.start - named[first - 1]!.end === 1 &&
    tokens[named[first - 1]!.end]?.lower === 'and'
  ) {
    first -= 1;
  }
  return named.slice(Math.max(0, first));
}

/** "Zyntrix shares", "shares of Zyntrix Labs", "Zyntrix's stock": capitals next to the word, which nobody on record has for a name. */
function unknownName(tokens: readonly Token[], clause: Stretch, stock: number): string | null {
  const isName = (at: number): boolean => {
    const token = tokens[at];
    return (
      token?.kind === 'word' && /^\p{Lu}/u.test(token.text) && !fillers.has(token.lower) && !stockNouns.has(token.lower)
    );
  };
  let end = lowerAt(tokens, stock - 1) === "'s" ? stock - 1 : stock;
  if (lowerAt(tokens, end - 1) === 'class') end -= 1;
  let start = end;
  while (start > clause.start && isName(start - 1)) start -= 1;
  if (start === end && lowerAt(tokens, stock + 1) === 'of') {
    start = stock + 2;
    end = start;
    while (end < clause.end && isName(end)) end += 1;
  }
  return start === end
    ? null
    : tokens
        .slice(start, end)
        .map(({ text }) => text)
        .join(' ')
        .slice(0, 200);
}

/** "Amazon on Friday fell", "chip giant Nvidia fell": nothing beside the name that could own the verb. */
function isBare(tokens: readonly Token[], clause: Stretch, named: readonly Named[]): boolean {
  const [first, last] = [named[0]!, named[named.length - 1]!];
  for (let at = clause.start; at < first.start; at += 1) {
    const token = tokens[at]!;
    const lead = at === clause.start || (at === clause.start + 1 && isFiller(tokens[clause.start]!));
    if (PREPOSITIONS.has(token.lower) && !lead && !isFiller(token)) return false;
    if (token.lower === 'of' || token.lower === 'at' || (token.lower === 'in' && !lead)) return false;
    if (at > clause.start && isVerbOfAnother(tokens, at)) return false;
  }
  return indexes({ start: last.end, end: clause.end }).every((at) => isFiller(tokens[at]!));
}

/** The nearest clause before that has a subject; what explains another, or stands behind a verb, is passed over. */
function inherit(reading: SentenceReading, from: Stretch, pronoun: boolean, topic: Topic): SubjectFound | null {
  let end = from.start - 1;
  while (end > 0) {
    const clause = clauseBefore(reading, end);
    end = clause.start - 1;
    if (isVerb(reading, clause.start - 1) || isRelative(reading.tokens, clause)) continue;
    const found = judge(reading, clause);
    if (found.is === 'other' && !isAside(reading.tokens, clause)) return null;
    const whose =
      found.is === 'named' ? found.whose : found.is === 'stock' ? stockOf(reading, clause, topic)?.whose : undefined;
    if (whose === undefined) continue;
    return isTold(reading.tokens, clause, clause.end) ? { whose, inherited: true, start: from.start } : null;
  }
  if (!pronoun || topic.claimed === null) return null;
  return { whose: [topic.claimed], inherited: false, start: from.start };
}

/** "Which holds Amazon": what a relative clause names owns nothing outside of it. */
function isRelative(tokens: readonly Token[], { start }: Stretch): boolean {
  const relative = /^(?:which|who|whose|whom|that|where)$/;
  return relative.test(lowerAt(tokens, start)) || relative.test(lowerAt(tokens, start - 1));
}

function isAside(tokens: readonly Token[], { start }: Stretch): boolean {
  return ASIDE.has(lowerAt(tokens, start)) || ASIDE.has(lowerAt(tokens, start - 1));
}

/** "Down 12% this year, Amazon shares...": the subject of a sentence that begins with the figure. */
function fromTheRight(reading: SentenceReading, verb: number, { start }: Stretch, topic: Topic): SubjectFound | null {
  if (start > 0) return null;
  const comma = reading.tokens.findIndex(({ text }, at) => at > verb && text === ',');
  if (comma < 0) return null;
  const next: Stretch = { start: comma + 1, end: Math.min(reading.tokens.length, comma + 8) };
  const named = reading.names.find((each) => each.start >= next.start && each.start <= next.start + 2);
  const stock = indexes(next).find((at) => stockNouns.has(reading.tokens[at]!.lower));
  if (stock === undefined) return named === undefined ? null : { whose: [named], inherited: false, start };
  const found = judge(reading, { start: next.start, end: stock + 1 });
  if (found.is === 'named') return { whose: found.whose, inherited: false, start };
  return found.is === 'stock' ? stockOf(reading, next, topic) : null;
}
