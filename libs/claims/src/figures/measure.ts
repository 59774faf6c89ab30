import type { Claim } from '@streakline/events';
import type { SpanEnds } from '../spans/span-reading';
import type { Stage } from '../stage/stage';
import { marketValuesOf } from './market-values';
import type { Measurement, Unmeasured } from './measurement';

type Change = NonNullable<Claim['change']>;

/** What a change comes to over one span, in every admissible reading. */
export function measure(stage: Stage, change: Pick<Change, 'of' | 'unit'>, span: SpanEnds): readonly Measurement[] {
  stage.evidence.bars(span.base, span.last);
  stage.evidence.looked(span.base, span.last);
  const prices = pricesAt(stage, span);
  if ('missing' in prices) return [{ ...prices, reading: span.reading }];
  const measured = change.of === 'price' ? ofPrice(stage, change, span, prices) : ofValue(stage, change, span, prices);
  return measured.map((one) => ({ ...one, reading: [...span.reading, ...one.reading] }));
}

/** The price at the end of a span, as traded: its close, or anything from the low to the high. */
interface Prices {
  readonly low: number;
  readonly high: number;
}

export function pricesAt(stage: Stage, { last, within }: Pick<SpanEnds, 'last' | 'within'>): Prices | Unmeasured {
  const { close, low, high } = stage.known;
  if (!within) return { low: close[last]!, high: close[last]! };
  if (!Number.isNaN(low[last]) && !Number.isNaN(high[last])) return { low: low[last]!, high: high[last]! };
  const session = stage.session(last);
  return {
    reading: [],
    missing: `the low and the high of ${session}`,
    why: `The bar of ${session} has no low and high, and nothing else on it tells of a moment within the session.`,
  };
}

function ofPrice(stage: Stage, { unit }: Pick<Change, 'unit'>, span: SpanEnds, prices: Prices): readonly Measurement[] {
  const { value, totalValue, splitFactor } = stage.known;
  const { base, last, within } = span;
  const before = value[base]! / splitFactor[last]!;
  if (unit === 'currency') return [{ reading: [], low: prices.low - before, high: prices.high - before }];
  const price = { low: prices.low / before - 1, high: prices.high / before - 1 };
  const total = totalValue[last]! / totalValue[base]! - 1;
  // Without a dividend in the span there is but one return.
  if (within || Math.abs(total - price.low) < 1e-9) return [{ reading: [], ...price }];
  return [
    { reading: ['priceReturn'], ...price },
    { reading: ['totalReturn'], low: total, high: total },
  ];
}

function ofValue(stage: Stage, { unit }: Pick<Change, 'unit'>, span: SpanEnds, prices: Prices): readonly Measurement[] {
  return marketValuesOf(stage, span, prices).map((value) => {
    if ('missing' in value) return value;
    const { reading, before, low, high } = value;
    const scale = unit === 'fraction' ? before : 1;
    return { reading, low: (low - before) / scale, high: (high - before) / scale };
  });
}
