import { lowerAt, phraseAt, phrases, wordSet } from '../words/tokens';
import type { Claim } from '@streakline/events';
import type { Figure } from '../figures/figures';
import { brokenBetween } from '../sentence/clauses';
import type { Predicate } from '../sentence/predicates';
import type { SentenceReading } from '../sentence/sentence-reading';
import { closingVerbs, moveVerbs } from '../words/moves';
import { currencyOf } from './currency-of';
import type { Draft } from './draft';
import { settingOf } from './figure-claims';
import type { Story } from './story';

type Level = NonNullable<Claim['level']>;

const REACH = 10;
const CROSSING = wordSet('topped crossed surpassed exceeded breached cleared topping crossing surpassing');
const TOUCHING = wordSet('hit touched reached hitting touching reaching');
const TRADING = wordSet('traded trading trades changed');
/** Prices that somebody sets or expects, and figures a share: none of them is a price of the tape. */
const NO_PRICE = wordSet(
  'target targets offer offered bid ipo priced dividend dividends eps earnings earned strike cash buyout per estimate estimates consensus fair value forecast conversion tender deal billion million trillion from revenue profit earn acquire buy takeover',
);

interface Reached {
  readonly predicate: Predicate;
  readonly of: Level['of'];
  readonly relation: Level['relation'];
}

/** "closed at $210.00", "fell 3% to $198.79", "topped $200", "opened at $212", "hit a low of $196". */
export function priceLevel(story: Story, figure: Figure, earlier: readonly Draft[]): Draft[] {
  const { reading } = story;
  if (figure.is !== 'money' || figure.large || noPrice(reading, figure)) return [];
  const reached = reachedAt(reading, figure);
  if (reached === null) return [];
  const setting = settingOf(story, { predicate: reached.predicate, start: figure.start, end: figure.end }, earlier);
  if (setting === null || (setting.span !== undefined && setting.span.is !== 'session')) return [];
  const of =
    setting.measured === 'extendedHours'
      ? 'extendedHours'
      : reached.of === 'close' && setting.measured === 'intraday'
        ? 'intraday'
        : reached.of;
  const stated = reached.relation === 'at' ? figure.stated : { ...figure.stated, wording: 'plain' as const };
  return setting.found.whose.map((whose) => {
    const currency = currencyOf(figure, whose);
    const level: Level = {
      of,
      ...(currency === undefined ? {} : { currency }),
      figure: stated,
      relation: reached.relation,
    };
    const span = setting.span === undefined ? {} : { span: setting.span };
    return {
      whose,
      start: setting.start,
      end: setting.end,
      anchor: figure.core,
      verb: mainVerb(reading, reached.predicate),
      level,
      ...span,
    };
  });
}

/** Of "gained 2% to close at $210", the "gained": both are one claim. */
function mainVerb({ tokens, predicates }: SentenceReading, { at, verb }: Predicate): number {
  if (tokens[at - 1]?.lower !== 'to') return verb;
  return predicates.findLast((other) => other.at < at)?.verb ?? verb;
}

function noPrice({ tokens }: SentenceReading, { core, start, end }: Figure): boolean {
  const around = [...tokens.slice(Math.max(0, start - 5), core), ...tokens.slice(end, end + 3)];
  return (
    around.some(({ lower }) => NO_PRICE.has(lower)) ||
    (lowerAt(tokens, end) === 'in' && lowerAt(tokens, end + 1) === 'cash')
  );
}

function reachedAt(reading: SentenceReading, figure: Figure): Reached | null {
  const { tokens } = reading;
  for (let at = figure.core - 1; at >= Math.max(0, figure.core - REACH); at -= 1) {
    const { lower, text } = tokens[at]!;
    const reached = reachedBy(reading, at, figure);
    if (reached !== null) return brokenBetween(reading, at, figure.start) ? null : reached;
    if (
      text === ';' ||
      (text === ',' && lowerAt(tokens, at + 1) !== 'to' && lowerAt(tokens, at + 1) !== 'or') ||
      lower === 'after'
    )
      return null;
  }
  return null;
}

function reachedBy(reading: SentenceReading, at: number, figure: Figure): Reached | null {
  const { lower } = reading.tokens[at]!;
  const relation = sideOf(reading, figure);
  if (CROSSING.has(lower)) return { predicate: bare(at, false), of: 'high', relation: 'above' };
  if (moveVerbs.has(lower)) return movedTo(reading, at, figure, relation);
  const of = namedPrice(reading, at, figure);
  return of === null ? null : { predicate: bare(at, of === 'close'), of, relation };
}

/** "closed at $210", "opened at $212", "hit a low of $196", "traded at $205". */
function namedPrice(reading: SentenceReading, at: number, figure: Figure): Level['of'] | null {
  const { lower } = reading.tokens[at]!;
  if (TOUCHING.has(lower)) return touched(reading, at, figure);
  if (lower === 'close') return 'close';
  if (TRADING.has(lower) && extremeOf(reading, figure) !== null) return extremeOf(reading, figure);
  if (!tied(reading, figure)) return null;
  if (closingVerbs.has(lower)) return 'close';
  if (lower === 'opened') return 'open';
  const price = /^(?:at|around|near|for|as|above|below)$/.test(lowerAt(reading.tokens, at + 1));
  return TRADING.has(lower) && price ? 'intraday' : null;
}

/** "fell 3% to $198.79", "fell below $200", "fell as low as $196". */
function movedTo(reading: SentenceReading, at: number, figure: Figure, relation: Level['relation']): Reached | null {
  const predicate = reading.predicates.find((each) => each.at === at) ?? bare(at, false);
  const extreme = extremeOf(reading, figure);
  if (extreme !== null) return { predicate, of: extreme, relation };
  if (!/^(?:to|above|below|past|under|beneath|over)$/.test(between(reading, figure))) return null;
  return { predicate, of: relation === 'at' ? 'close' : relation === 'above' ? 'high' : 'low', relation };
}

const AS_LOW = phrases('as low as|as high as|to as low as|to as high as');

/** "fell as low as $196". */
function extremeOf({ tokens }: SentenceReading, { start }: Figure): 'low' | 'high' | null {
  if (phraseAt(tokens, start - 3, AS_LOW) === 0) return null;
  return lowerAt(tokens, start - 2) === 'low' ? 'low' : 'high';
}

/** "hit a session low of $196"; "hit $210" is at some moment. */
function touched({ tokens }: SentenceReading, at: number, { core }: Figure): Level['of'] {
  const words = tokens.slice(at, core).map(({ lower }) => lower);
  if (words.includes('low')) return 'low';
  return words.includes('high') ? 'high' : 'intraday';
}

function between({ tokens }: SentenceReading, { start, core }: Figure): string {
  return lowerAt(tokens, core - 1) === 'to'
    ? 'to'
    : lowerAt(tokens, start - 1) === 'to'
      ? 'to'
      : lowerAt(tokens, core - 1);
}

function tied(reading: SentenceReading, figure: Figure): boolean {
  const { tokens } = reading;
  return (
    /^(?:at|of|near|above|below|around|to|under|over)$/.test(between(reading, figure)) ||
    lowerAt(tokens, figure.start - 1) === 'at'
  );
}

function sideOf({ tokens }: SentenceReading, { core }: Figure): Level['relation'] {
  const before = lowerAt(tokens, core - 1);
  if (/^(?:above|over|past)$/.test(before)) return 'above';
  return /^(?:below|under|beneath)$/.test(before) ? 'below' : 'at';
}

function bare(at: number, closing: boolean): Predicate {
  return { at, verb: at, direction: 'up', use: 'verb', form: 'past', closing };
}
