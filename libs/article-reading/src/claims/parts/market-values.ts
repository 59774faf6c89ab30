import { lowerAt, phraseAt, phrases, wordSet } from '../words/tokens';
import type { Claim } from '@streakline/events';
import type { Figure } from '../figures/figures';
import { brokenBetween, clauseBefore } from '../sentence/clauses';
import type { Predicate } from '../sentence/predicates';
import type { SentenceReading } from '../sentence/sentence-reading';
import type { Stretch } from '../sentence/stretch';
import type { Named } from '../whose/names';
import { type SubjectFound, subjectOf } from '../whose/subject-of';
import { type Direction, moveVerbs, valueVerbs } from '../words/moves';
import { notTold, otherFigures } from '../words/nouns';
import { currencyOf } from './currency-of';
import type { Draft } from './draft';
import { draftOf, settingOf } from './figure-claims';
import type { Story } from './story';

const REACH = 9;
const VERB_REACH = 7;
const CROSSING = wordSet(
  'topped crossed surpassed exceeded passed breached cleared reached hit topping crossing surpassing exceeding reaching hitting',
);
const LEVEL = wordSet('to at of above below past near');
const GENERIC = wordSet('its their his her the whose company stock giant firm retailer');
const OF = phrases('of|from|for');

/** "wiping more than $31 billion off its market value", "market value fell to $2.1 trillion". */
export function marketValueClaim(story: Story, figure: Figure, earlier: readonly Draft[]): Draft[] {
  const { reading } = story;
  const value = isShared(reading, figure) ? null : nearestValue(reading, figure);
  // "Fell from $2.6 trillion": where it came from is no move.
  if (lowerAt(reading.tokens, figure.start - 1) === 'from') return [];
  if (value === null || hasOtherFigure(reading, figure, value)) return [];
  const level = isLevel(reading, figure, value);
  const predicate = level
    ? (verbOf(reading, figure, value) ?? resting(reading, figure, value))
    : verbOf(reading, figure, value);
  if (predicate === null) return [];
  const owner = ownerOf(story, value) ?? passiveOwner(story, figure, predicate);
  const placed = { predicate, start: figure.start, end: Math.max(figure.end, value.end) };
  const setting = settingOf(story, placed, earlier, owner ?? undefined);
  if (setting === null || !isTold(story, setting.start, Math.max(predicate.at, figure.core))) return [];
  // A market value reached is one of a day: "has been below $1 trillion since April" is none.
  if (level && setting.span !== undefined && setting.span.is !== 'session') return [];
  return setting.found.whose.map((whose) => {
    const currency = currencyOf(figure, whose);
    const money = currency === undefined ? {} : { currency };
    const draft = { ...draftOf(setting, predicate, figure.core), whose };
    if (level) {
      return { ...draft, direction: undefined, relation: undefined, level: levelOf(reading, figure, money) };
    }
    const of = { of: 'marketCap', unit: 'currency', measured: setting.measured } as const;
    return { ...draft, change: { ...of, ...money, figure: figure.stated } };
  });
}

/** "Amazon's market value fell 5%": whose, where the verb's clause speaks of market value. */
export function marketValueBefore(story: Story, verb: number): SubjectFound | null {
  const { start, end } = clauseBefore(story.reading, verb);
  const value = story.reading.values.find((each) => each.start >= start && each.end <= end);
  return value === undefined ? null : ownerOf(story, value);
}

/** "Lost a combined $900 billion", "together added": a sum of several. */
function isShared({ tokens }: SentenceReading, { start, end }: Figure): boolean {
  const around = tokens.slice(Math.max(0, start - 5), end + 8);
  return around.some(({ lower }) => /^(?:combined|together|collectively|collective|jointly|aggregate)$/.test(lower));
}

function nearestValue({ values, tokens, figures }: SentenceReading, figure: Figure): Stretch | null {
  if (figure.is !== 'money' || !figure.large) return null;
  const apart = (value: Stretch): number =>
    value.start >= figure.end ? value.start - figure.end : figure.start - value.end;
  const near = values.filter((value) => apart(value) >= 0 && apart(value) <= REACH);
  const [best] = near.sort((a, b) => apart(a) - apart(b));
  if (best === undefined) return null;
  const [from, to] = best.start >= figure.end ? [figure.end, best.start] : [best.end, figure.start];
  if (tokens.slice(from, to).some(({ text }) => text === ';' || text === ',')) return null;
  return figures.some((other) => other !== figure && other.large && other.start >= from && other.end <= to)
    ? null
    : best;
}

function hasOtherFigure({ tokens }: SentenceReading, figure: Figure, value: Stretch): boolean {
  const [from, to] = value.start >= figure.end ? [figure.end, value.start] : [value.end, figure.start];
  return tokens.slice(from, to).some(({ lower }) => otherFigures.has(lower));
}

/** "market value fell to $2 trillion", "crossed $2 trillion in market value", "a market cap of $2 trillion". */
function isLevel({ tokens }: SentenceReading, { start, core }: Figure, value: Stretch): boolean {
  const before = lowerAt(tokens, start - 1);
  if (CROSSING.has(before)) return true;
  const relation = /^(?:above|below|over|under)$/.test(lowerAt(tokens, core - 1));
  if (value.end > start)
    return (
      (before === 'to' || relation) &&
      !valueVerbs.has(before) &&
      before !== 'of' &&
      /^(?:above|below)$/.test(lowerAt(tokens, core - 1))
    );
  return LEVEL.has(before) || relation;
}

function levelOf(
  { tokens }: SentenceReading,
  { stated, start, core }: Figure,
  money: { readonly currency?: string },
): NonNullable<Claim['level']> {
  const crossing = /^(?:topp|cross|surpass|exceed|pass|breach|clear)/.test(lowerAt(tokens, start - 1));
  const word = lowerAt(tokens, core - 1);
  const relation =
    crossing || word === 'above' || word === 'over' ? 'above' : word === 'below' || word === 'under' ? 'below' : 'at';
  return { of: 'marketCap', ...money, relation, figure: relation === 'at' ? stated : { ...stated, wording: 'plain' } };
}

/** What took the sum away or brought it: the nearest verb in front, else one behind ("... was wiped out"). */
function verbOf(reading: SentenceReading, figure: Figure, value: Stretch): Predicate | null {
  const { tokens } = reading;
  const first = Math.min(figure.start, value.start);
  for (let at = figure.start - 1; at >= Math.max(0, first - VERB_REACH); at -= 1) {
    const found = valuePredicate(reading, at);
    if (found !== null) return brokenBetween(reading, at, figure.start) ? null : found;
    if (tokens[at]!.text === ',') break;
  }
  const last = Math.max(figure.end, value.end);
  for (let at = figure.end; at <= last + 4 && at < tokens.length; at += 1) {
    const found = valuePredicate(reading, at);
    if (found !== null) return found;
    if (/^[,;]$/.test(tokens[at]!.text)) return null;
  }
  return null;
}

function valuePredicate({ tokens, predicates }: SentenceReading, at: number): Predicate | null {
  const { lower } = tokens[at]!;
  const moving = predicates.find((predicate) => predicate.at === at);
  if (moving !== undefined) return moving;
  const direction: Direction | undefined = valueVerbs.get(lower);
  if (direction === undefined) return CROSSING.has(lower) ? crossing(at) : null;
  const form = lower.endsWith('ing')
    ? 'ing'
    : lower.endsWith('s')
      ? 'third'
      : /(?:d|t|k)$/.test(lower) && !/^(?:burn|cut|knock|tack)$/.test(lower)
        ? 'past'
        : 'bare';
  return { at, verb: at, direction, use: 'verb', form, closing: false };
}

function crossing(at: number): Predicate {
  return { at, verb: at, direction: 'up', use: 'verb', form: 'past', closing: false };
}

/** "has a market cap of $2 trillion": nothing moves. */
function resting({ tokens }: SentenceReading, figure: Figure, value: Stretch): Predicate | null {
  const at = Math.min(figure.start, value.start);
  const before = tokens
    .slice(Math.max(0, at - 6), figure.start)
    .some(({ lower }) => /^(?:is|was|has|had|with|at|stood|stands|giving|reached|hit)$/.test(lower));
  return before
    ? {
        at: figure.core,
        verb: value.end <= figure.start ? value.start : at,
        direction: 'up',
        use: 'verb',
        form: 'past',
        closing: false,
      }
    : null;
}

/** Whose market value: who stands before it ("Amazon's", "its") or behind ("of Amazon"). Null: the verb's subject. */
function ownerOf(story: Story, value: Stretch): SubjectFound | null {
  const named = namedOwner(story, value);
  if (named !== null) return named;
  const { tokens } = story.reading;
  const before = lowerAt(tokens, value.start - 1) === "'s" ? value.start - 2 : value.start - 1;
  const own = lowerAt(tokens, before);
  return GENERIC.has(own) ? genericOwner(story, value) : null;
}

function namedOwner(story: Story, { start, end }: Stretch): SubjectFound | null {
  const { tokens, names } = story.reading;
  const before = names.find((name) => name.end === start - 1 && lowerAt(tokens, start - 1) === "'s");
  if (before !== undefined) return { whose: [before], inherited: goesOn(story, before), start: before.start };
  const behind = phraseAt(tokens, end, OF) > 0 ? names.find((name) => name.start === end + 1) : undefined;
  return behind === undefined ? null : { whose: [behind], inherited: goesOn(story, behind), start };
}

/** "Its market value": of the sentence's subject, else of whom the text speaks. */
function genericOwner({ reading, topic }: Story, { start }: Stretch): SubjectFound | null {
  const { tokens, predicates } = reading;
  const verb = predicates.findLast(({ at, form }) => at < start && form !== 'ing' && moveVerbs.has(tokens[at]!.lower));
  const sentence = verb === undefined ? null : subjectOf(reading, verb.verb, topic);
  return sentence === null ? spokenOf({ reading, topic }, start) : { ...sentence, inherited: true, start };
}

function spokenOf({ reading, topic }: Pick<Story, 'reading' | 'topic'>, start: number): SubjectFound | null {
  const whose = reading.names.find(({ end, instrument }) => end <= start && instrument !== null) ?? topic.stock;
  return whose === null ? null : { whose: [whose], inherited: false, start };
}

/** "$450 billion in market value was wiped out": of the only one on record that the sentence names, else of whom the text just spoke. */
function passiveOwner({ reading: { names }, topic }: Story, figure: Figure, predicate: Predicate): SubjectFound | null {
  if (predicate.at < figure.core) return null;
  const listed = names.filter(({ instrument }) => instrument !== null);
  const whose = listed.length === 1 ? listed[0] : listed.length === 0 ? topic.claimed : undefined;
  return whose === undefined || whose === null ? null : { whose: [whose], inherited: false, start: figure.start };
}

/** "Shares sank..., wiping $450 billion off Amazon's market value": the name again, of the same claim. */
function goesOn({ reading }: Story, named: Named): boolean {
  const before = reading.names.find(({ end }) => end <= named.start);
  return before !== undefined && JSON.stringify(before.subject) === JSON.stringify(named.subject);
}

function isTold({ reading: { tokens } }: Story, from: number, to: number): boolean {
  return !tokens.slice(from, to).some(({ lower }) => lower !== 'set' && notTold.has(lower));
}
