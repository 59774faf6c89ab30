import type { Claim } from '@streakline/events';
import { isGap } from '../spans/span-reading';
import { spansOf } from '../spans/resolve-span';
import type { Stage } from '../stage/stage';
import { extendedHours } from './extended-hours';
import { measure } from './measure';
import type { Measurement, Unmeasured } from './measurement';
import { type MoneyUnit, priceUnitOf, valueUnitOf } from './price-unit';
import type { SpanEnds } from '../spans/span-reading';

/** What a claim's move comes to, over each span that it may be of; `span` is absent where no span could be placed, and of hours outside the sessions. */
export interface MeasuredSpan {
  readonly measurement: Measurement;
  readonly span?: SpanEnds;
  /** Whether that session had closed when the article appeared: then its low and high were all known. */
  readonly isOver: boolean;
}

const PRICE = { of: 'price', unit: 'fraction', measured: 'close' } as const;

/** Of the change that the claim states; without one, of the price. */
export function measurementsOf(stage: Stage, claim: Claim): readonly MeasuredSpan[] {
  const change = claim.change ?? PRICE;
  const money = moneyOf(stage, claim);
  if ('missing' in money) return [{ measurement: money, isOver: true }];
  if (change.measured === 'extendedHours') return [{ measurement: extendedHours(stage, claim), isOver: false }];
  return spansOf(stage, claim).flatMap((span): readonly MeasuredSpan[] => {
    if (isGap(span)) return [{ measurement: span, isOver: false }];
    const isOver = !span.within;
    const measured = { ...span, within: span.within || change.measured === 'intraday' };
    return measure(stage, change, measured).map((measurement) => ({
      measurement: inUnit(measurement, money),
      span: measured,
      isOver,
    }));
  });
}

/** What the figure of a claim's change is counted in. */
export function moneyOf(stage: Stage, { change }: Claim): MoneyUnit | Unmeasured {
  if (change?.unit !== 'currency') return { unit: 'fraction', per: 1 };
  return change.of === 'price' ? priceUnitOf(stage, change.currency) : valueUnitOf(stage, change.currency);
}

function inUnit(measurement: Measurement, { per }: MoneyUnit): Measurement {
  if ('missing' in measurement || per === 1) return measurement;
  return { ...measurement, low: measurement.low / per, high: measurement.high / per };
}
