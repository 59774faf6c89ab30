import type { Claim } from '@streakline/events';
import { priceUnitOf } from '../figures/price-unit';
import { spansOf } from '../spans/resolve-span';
import { isGap, type SpanEnds } from '../spans/span-reading';
import type { Stage } from '../stage/stage';
import { type Finding, uncheckable } from '../verdict/finding';
import { boundOf, isAfter, noneFound } from './since';

type PriceRecord = 'highestClose' | 'lowestClose' | 'highestPrice' | 'lowestPrice';

const WHAT: Readonly<Record<PriceRecord, string>> = {
  highestClose: 'higher close',
  lowestClose: 'lower close',
  highestPrice: 'higher price',
  lowestPrice: 'lower price',
};

/** "The highest since": by closes, or by the highs and lows of sessions; splits are taken out. */
export function recordPrice(stage: Stage, claim: Claim, of: PriceRecord, since: string | null): readonly Finding[] {
  return spansOf(stage, claim).map((span): Finding => {
    if (isGap(span)) return uncheckable(span.missing, span.why, span.reading);
    const ofClose = of === 'highestClose' || of === 'lowestClose';
    const session = stage.session(span.last);
    if (!ofClose || !span.within) return { reading: span.reading, ...judged(stage, of, since, span) };
    const why = `The article appeared before the close of ${session}, which the record would need.`;
    return uncheckable(`the close of ${session}, known to the article`, why, span.reading);
  });
}

function judged(stage: Stage, of: PriceRecord, since: string | null, { last }: SpanEnds): Omit<Finding, 'reading'> {
  const { splitFactor } = stage.known;
  const prices = columnOf(stage, of);
  const sign = of === 'highestClose' || of === 'highestPrice' ? 1 : -1;
  const bound = boundOf(since);
  const own = prices[last]! * splitFactor[last]!;
  stage.evidence.bars(last);
  if (Number.isNaN(own)) return noFigure(stage, of, last);
  const found = { value: prices[last]!, unit: unitOf(stage) };
  let blind = -1;
  for (let place = last - 1; place >= 0 && isAfter(stage.session(place), bound); place--) {
    const other = prices[place]! * splitFactor[place]!;
    if (Number.isNaN(other)) blind = place;
    // A split's ratio may leave a rounding that is no higher price.
    else if (sign * (other / own - 1) > 1e-9) return beaten(stage, of, place, last);
  }
  if (blind !== -1) return noFigure(stage, of, blind);
  return { ...noneFound(stage, since, last, `${WHAT[of]} before ${stage.session(last)}`), found };
}

function beaten(stage: Stage, of: PriceRecord, place: number, last: number): Omit<Finding, 'reading'> {
  const { splitFactor } = stage.known;
  stage.evidence.bars(place);
  stage.evidence.looked(place, last);
  // In shares of the session that the claim is about.
  const price = (columnOf(stage, of)[place]! * splitFactor[place]!) / splitFactor[last]!;
  const why = `A ${WHAT[of]}, ${price.toFixed(2)} ${unitOf(stage)}, was seen on ${stage.session(place)}.`;
  return { verdict: 'contradicted', why, found: { value: price, unit: unitOf(stage) } };
}

/** What the tape's prices are quoted in. */
function unitOf(stage: Stage): string {
  const quoted = priceUnitOf(stage, undefined);
  return 'unit' in quoted ? quoted.unit : stage.known.listing.currency;
}

function columnOf({ known }: Stage, of: PriceRecord): Float64Array {
  if (of === 'highestPrice') return known.high;
  return of === 'lowestPrice' ? known.low : known.close;
}

function noFigure(stage: Stage, of: PriceRecord, place: number): Omit<Finding, 'reading'> {
  const figure = of === 'highestPrice' ? 'high' : 'low';
  const session = stage.session(place);
  return {
    verdict: 'uncheckable',
    missing: `the ${figure} of ${session}`,
    why: `The bar of ${session} has no ${figure}.`,
  };
}
