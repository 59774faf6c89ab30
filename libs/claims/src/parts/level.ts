import type { Claim, StatedFigure } from '@streakline/events';
import { extendedPrices } from '../figures/extended-hours';
import { foundInWords, statedInWords } from '../figures/in-words';
import { type JudgedFigure, judgeExtreme, judgeRange, judgeValue } from '../figures/judge-figure';
import { marketValuesOf } from '../figures/market-values';
import { type MoneyUnit, priceUnitOf, valueUnitOf } from '../figures/price-unit';
import { pricesAt } from '../figures/measure';
import type { Unmeasured } from '../figures/measurement';
import { spansOf } from '../spans/resolve-span';
import { isGap, type SpanEnds } from '../spans/span-reading';
import type { Stage } from '../stage/stage';
import type { Finding } from '../verdict/finding';
import type { ReadingCode } from '../verdict/reading';
import type { Stated } from '../verdict/verdict';

type Level = NonNullable<Claim['level']>;

/** What was reached, as one reading has it: one figure, or all between two. */
interface Reached {
  readonly reading: readonly ReadingCode[];
  readonly low: number;
  readonly high: number;
}

/** A price or a market value reached, as traded. */
export function levelOf(stage: Stage, claim: Claim): readonly Finding[] {
  const { level } = claim;
  if (level === undefined) return [];
  const money = level.of === 'marketCap' ? valueUnitOf(stage, level.currency) : priceUnitOf(stage, level.currency);
  const { value, wording } = wordingOf(level);
  const stated: Stated = { value, unit: 'missing' in money ? (level.currency ?? '') : money.unit, wording };
  if ('missing' in money) return [{ ...money, verdict: 'uncheckable', stated }];
  if (level.of === 'extendedHours') {
    const observed = extendedPrices(stage, claim);
    const reached = 'missing' in observed ? observed : { reading: [], ...observed };
    return [finding(stage, level, stated, inUnit(reached, money), null)];
  }
  return spansOf(stage, claim).flatMap((span) => {
    if (isGap(span)) return [{ ...span, verdict: 'uncheckable' as const, stated }];
    stage.evidence.bars(span.last);
    return reachedIn(stage, level, span).map((reached) => finding(stage, level, stated, inUnit(reached, money), span));
  });
}

function inUnit(reached: Reached | Unmeasured, { per }: MoneyUnit): Reached | Unmeasured {
  if ('missing' in reached || per === 1) return reached;
  return { ...reached, low: reached.low / per, high: reached.high / per };
}

function reachedIn(stage: Stage, level: Level, span: SpanEnds): readonly (Reached | Unmeasured)[] {
  const { open } = stage.known;
  const { last, reading } = span;
  if (level.of === 'open') {
    const session = stage.session(last);
    const price = open[last] ?? Number.NaN;
    const gap = { reading, missing: `the open of ${session}`, why: `The bar of ${session} has no open.` };
    return [Number.isNaN(price) ? gap : { reading, low: price, high: price }];
  }
  const isWithin = span.within || level.of === 'intraday' || level.of === 'high' || level.of === 'low';
  const prices = pricesAt(stage, { last, within: isWithin });
  if ('missing' in prices) return [{ ...prices, reading }];
  if (level.of !== 'marketCap') return [{ reading, ...prices }];
  return marketValuesOf(stage, span, prices).map((value) => ({ ...value, reading: [...reading, ...value.reading] }));
}

function finding(
  stage: Stage,
  level: Level,
  stated: Stated,
  reached: Reached | Unmeasured,
  span: SpanEnds | null,
): Finding {
  if ('missing' in reached) return { ...reached, verdict: 'uncheckable', stated };
  const judged = judgedLevel(stage, level, reached, span, stated.unit);
  const what = {
    close: 'The close',
    open: 'The open',
    high: 'The high',
    low: 'The low',
    marketCap: 'The market value',
  };
  const named =
    level.of === 'intraday' || level.of === 'extendedHours' || span?.within === true ? 'The price' : what[level.of];
  const when = span === null ? 'outside of the hours' : `of ${stage.session(span.last)}`;
  const not = judged.verdict === 'contradicted' ? `, not ${statedInWords(stated)}` : '';
  const why = `${named} ${when} was ${foundInWords(judged.found)}${not}.`;
  return { reading: reached.reading, ...judged, why, stated };
}

function judgedLevel(
  stage: Stage,
  level: Level,
  { low, high }: Reached,
  span: SpanEnds | null,
  unit: string,
): JudgedFigure {
  const figure = wordingOf(level);
  const isOver = span !== null && !span.within;
  if (level.of === 'high' && level.relation === 'at') return judgeExtreme(stage, figure, high, isOver, unit);
  if (level.of === 'low' && level.relation === 'at' && isOver) return judgeValue(stage, figure, low, unit);
  const [from, to] = level.of === 'high' ? [high, high] : level.of === 'low' && isOver ? [low, low] : [low, high];
  return from === to ? judgeValue(stage, figure, from, unit) : judgeRange(stage, figure, from, to, unit);
}

/** "Topped 200" is more than 200, however the figure itself is worded. */
function wordingOf({ figure, relation }: Level): StatedFigure {
  if (relation === 'at') return figure;
  return { ...figure, wording: relation === 'above' ? 'moreThan' : 'lessThan' };
}
