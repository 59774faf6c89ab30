import type { Claim } from '@streakline/events';
import type { Stage } from '../stage/stage';
import type { Measurement, Unmeasured } from './measurement';

/** The kind of observation that a price outside of the sessions is recorded as. */
const KIND = 'extendedHoursPrice';

/** Prices that were observed outside of a session's hours, and the close before them. */
export interface ExtendedHours {
  readonly before: number;
  readonly low: number;
  readonly high: number;
}

/** A move outside of trading hours: daily bars know nothing of it, observations may. */
export function extendedHours(stage: Stage, claim: Claim): Measurement {
  const observed = extendedPrices(stage, claim);
  if ('missing' in observed) return observed;
  const { before, low, high } = observed;
  const { of = 'price', unit = 'fraction' } = claim.change ?? {};
  if (of === 'marketCap') return notObserved(`market values outside of the hours`);
  const scale = unit === 'fraction' ? before : 1;
  return { reading: [], low: (low - before) / scale, high: (high - before) / scale };
}

/** What was observed from the last close before the claim's date to its next open, by the article's moment. */
export function extendedPrices(stage: Stage, { span }: Pick<Claim, 'span'>): ExtendedHours | Unmeasured {
  const date = span?.is === 'session' ? span.on : stage.publishedOn;
  const { observations, table, listing, close } = stage.known;
  const units = [listing.currency, `${listing.currency}/share`];
  const found = observations.flatMap(({ kind, at, value, unit }) => {
    if (kind !== KIND || !units.includes(unit) || at > stage.latest) return [];
    const on = stage.ofCalendar(() => stage.known.exchange.dateOf(at));
    const place = stage.placeBefore(table.firstClosingFrom(at + 1));
    return on === date && place >= 0 ? [{ place, value }] : [];
  });
  const [first] = found;
  if (first === undefined) return notObserved(`prices outside of the hours of ${date}`);
  const prices = found.filter(({ place }) => place === first.place).map(({ value }) => value);
  stage.evidence.bars(first.place);
  return { before: close[first.place]!, low: Math.min(...prices), high: Math.max(...prices) };
}

function notObserved(what: string): Unmeasured {
  return {
    reading: [],
    missing: `${what}: observations of the kind ${KIND}`,
    why: 'Daily bars say nothing of prices outside of trading hours, and none are on record as observations.',
  };
}
