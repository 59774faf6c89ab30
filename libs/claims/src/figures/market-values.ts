import { capColumnsOf, classCapColumnsOf } from '@streakline/dossiers';
import type { SpanEnds } from '../spans/span-reading';
import type { Stage } from '../stage/stage';
import type { ReadingCode } from '../verdict/reading';
import type { Unmeasured } from './measurement';

/** Market value before a span, and at its end for the lowest and the highest price that the end may have. */
export interface MarketValues {
  readonly reading: readonly ReadingCode[];
  readonly before: number;
  readonly low: number;
  readonly high: number;
}

interface EndPrices {
  readonly low: number;
  readonly high: number;
}

/**
 * Market value at both ends of a span, in every admissible reading: by the share count in force at each close, or by either
 * one at both; of an issuer with several classes the company's, or this class's. Readings that come to the same are one.
 */
export function marketValuesOf(
  stage: Stage,
  span: SpanEnds,
  prices: EndPrices,
): readonly (MarketValues | Unmeasured)[] {
  const { known } = stage;
  const ofClass = classValuesOf(stage, span, prices);
  if (known.shareClasses.length === 0 || 'missing' in ofClass) return [ofClass].flat();
  const company = companyValuesOf(stage, span);
  // One class alone would pass for the whole company: without the others there is nothing to hold a value against.
  if ('missing' in company) return [company];
  return [company, ...ofClass.map((value) => ({ ...value, reading: ['class' as const, ...value.reading] }))];
}

function classValuesOf(
  stage: Stage,
  { base, last }: SpanEnds,
  prices: EndPrices,
): readonly MarketValues[] | Unmeasured {
  const { close, splitFactor } = stage.known;
  const { count, marketCap } = classCapColumnsOf(stage.known);
  if (Number.isNaN(marketCap[base]) || Number.isNaN(marketCap[last])) return noCount(stage, marketCap, base, last);
  stage.evidence.shareCount(count[base]!);
  stage.evidence.shareCount(count[last]!);
  // Market value for each unit of price, in shares of the later close.
  const grown = splitFactor[last]! / splitFactor[base]!;
  const [before, after] = [(marketCap[base]! / close[base]!) * grown, marketCap[last]! / close[last]!];
  const isOne = Math.abs(before / after - 1) < 1e-12;
  const by = (code: ReadingCode, first: number, then: number): MarketValues => ({
    reading: isOne ? [] : [code],
    ...{ before: (close[base]! / grown) * first, low: prices.low * then, high: prices.high * then },
  });
  const inForce = by('countsInForce', before, after);
  return isOne ? [inForce] : [inForce, by('countBefore', before, before), by('countAfter', after, after)];
}

/** Only at closes: the lows of several classes need not come at one moment. */
function companyValuesOf(stage: Stage, { base, last, within }: SpanEnds): MarketValues | Unmeasured {
  const { marketCap } = capColumnsOf(stage.known);
  const [before, after] = [marketCap[base]!, marketCap[last]!];
  if (!within && !Number.isNaN(before + after)) return { reading: ['company'], before, low: after, high: after };
  const session = stage.session(Number.isNaN(before) ? base : last);
  return {
    reading: ['company'],
    missing: within
      ? `a close of all share classes on ${session}`
      : `a bar and a share count of every class on ${session}`,
    why: `The issuer has several share classes, and what all of them were worth on ${session} is not on record.`,
  };
}

function noCount(stage: Stage, marketCap: Float64Array, base: number, last: number): Unmeasured {
  const session = stage.session(Number.isNaN(marketCap[base]) ? base : last);
  return {
    reading: [],
    missing: `a share count that was filed by ${session}, counted at most 400 days before`,
    why: `No share count in force on ${session} is on record: there is no market value to hold it against.`,
  };
}
