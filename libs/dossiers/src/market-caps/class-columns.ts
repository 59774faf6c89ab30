import { dayOf } from '../facts/day-number';
import type { Known, KnownShareCount } from '../known/known';
import { priceUnitsPerCurrency, sharesPerUnitOn } from '../known/share-classes';

/** A count older than this on a session says nothing about it. */
export const STALE_AFTER_DAYS = 400;

/** Parallel to the tape; NaN is "none". */
export interface CapColumns {
  /** The own class's count in force at each close, as an index into the known share counts; -1 is "none". */
  readonly count: Int32Array;
  /** Of the own class, in units of trading: ordinary shares / sharesPerUnit on countedOn, x the splits since. */
  readonly adjustedShares: Float64Array;
  /** In units of the currency. NaN too where a count is stale. */
  readonly marketCap: Float64Array;
}

/** A class that counts at the prices of a tape: the tape's own (null), or one without a price of its own. */
export interface PricedClass {
  readonly unlisted: string | null;
  /** Shares of the tape's class that one share is worth. */
  readonly worth: number;
}

export const OWN_CLASS: PricedClass = { unlisted: null, worth: 1 };

/** The counts of a class in force at every close of a tape, and what it is worth there. */
export function classColumns(known: Known, priced: PricedClass): CapColumns {
  const { close, sessions, shareCounts, units, ladder, splitFactor } = known;
  const count = countsInForce(known, countOf(known, priced));
  const adjustedShares = new Float64Array(close.length).fill(Number.NaN);
  const marketCap = new Float64Array(close.length).fill(Number.NaN);
  const perCurrency = priceUnitsPerCurrency(units);
  const counted = shareCounts.map(({ countedOn, shares }) => {
    const day = dayOf(countedOn);
    // A unit is what it was when the shares were counted: whatever changes it later splits the tape, or splits neither.
    const inUnits = (shares * priced.worth) / sharesPerUnitOn(units, countedOn);
    return { day, shares: inUnits, splitFactor: ladder.between(0, ladder.stepOn(day)) };
  });
  for (let i = 0; i < close.length; i++) {
    const inForce = counted[count[i]!];
    if (inForce === undefined) continue;
    const day = dayOf(sessions[i]!);
    // A count measured after the session (a preliminary one) has no splits between the two.
    adjustedShares[i] = inForce.day > day ? inForce.shares : inForce.shares * (splitFactor[i]! / inForce.splitFactor);
    if (day - inForce.day <= STALE_AFTER_DAYS) marketCap[i] = (close[i]! / perCurrency) * adjustedShares[i]!;
  }
  return { count, adjustedShares, marketCap };
}

type IsCount = (count: KnownShareCount) => boolean;

/** Counts that name no class are of the tape's own. */
function countOf({ shareClasses }: Known, { unlisted }: PricedClass): IsCount {
  if (unlisted !== null) return ({ shareClass }) => shareClass === unlisted;
  return ({ shareClass }) => shareClass === null || shareClasses.some((classes) => classes.shareClass === shareClass);
}

/** At each close the count measured last among those known by then; of two measured on one day, the one known last. */
function countsInForce({ ordinals, shareCounts, table }: Known, isCount: IsCount): Int32Array {
  const counts = new Int32Array(ordinals.length).fill(-1);
  const holdsFrom = shareCounts.map(({ knownAt }) => table.firstClosingFrom(knownAt));
  let next = 0;
  let best = -1;
  for (let i = 0; i < ordinals.length; i++) {
    for (; next < shareCounts.length && holdsFrom[next]! <= ordinals[i]!; next++) {
      if (!isCount(shareCounts[next]!)) continue;
      if (best === -1 || isNotOlder(shareCounts[next]!, shareCounts[best]!)) best = next;
    }
    counts[i] = best;
  }
  return counts;
}

function isNotOlder(a: KnownShareCount, b: KnownShareCount): boolean {
  return a.countedOn >= b.countedOn;
}
