import { dayOf } from '../facts/day-number';
import type { Known, KnownShareCount } from '../known/known';
import { wholeOf } from '../replay/prefix';
import type { MarketCapSplit } from '../runs/run';

/** A count older than this on a session says nothing about it. */
export const STALE_AFTER_DAYS = 400;

/** Parallel to the tape; NaN is "none". */
export interface CapColumns {
  /** The count in force at each close, as an index into the known share counts; -1 is "none". */
  readonly count: Int32Array;
  readonly adjustedShares: Float64Array;
  /** NaN too where the count is stale. */
  readonly marketCap: Float64Array;
}

const remembered = new WeakMap<Known, CapColumns>();

/** Share counts in force and market caps at every close. Computed once for each Known. */
export function capColumnsOf(known: Known): CapColumns {
  let columns = remembered.get(known);
  if (columns === undefined) remembered.set(known, (columns = columnsOf(known)));
  return columns;
}

function columnsOf(known: Known): CapColumns {
  const prefix = wholeOf(known);
  if (prefix === undefined) return computed(known);
  const { count, adjustedShares, marketCap } = capColumnsOf(prefix.whole);
  return {
    count: count.subarray(0, prefix.length),
    adjustedShares: adjustedShares.subarray(0, prefix.length),
    marketCap: marketCap.subarray(0, prefix.length),
  };
}

function computed(known: Known): CapColumns {
  const { close, sessions, shareCounts, ladder, splitFactor } = known;
  const count = countsInForce(known);
  const adjustedShares = new Float64Array(close.length).fill(Number.NaN);
  const marketCap = new Float64Array(close.length).fill(Number.NaN);
  const counted = shareCounts.map(({ countedOn, shares }) => {
    const day = dayOf(countedOn);
    return { day, shares, splitFactor: ladder.between(0, ladder.stepOn(day)) };
  });
  for (let i = 0; i < close.length; i++) {
    const inForce = counted[count[i]!];
    if (inForce === undefined) continue;
    const day = dayOf(sessions[i]!);
    // A count measured after the session (a preliminary one) has no splits between the two.
    adjustedShares[i] = inForce.day > day ? inForce.shares : inForce.shares * (splitFactor[i]! / inForce.splitFactor);
    if (day - inForce.day <= STALE_AFTER_DAYS) marketCap[i] = close[i]! * adjustedShares[i]!;
  }
  return { count, adjustedShares, marketCap };
}

/** At each close the count measured last among those known by then; of two measured on one day, the one known last. */
function countsInForce({ ordinals, shareCounts, table }: Known): Int32Array {
  const counts = new Int32Array(ordinals.length).fill(-1);
  const holdsFrom = shareCounts.map(({ knownAt }) => table.firstClosingFrom(knownAt));
  let next = 0;
  let best = -1;
  for (let i = 0; i < ordinals.length; i++) {
    for (; next < shareCounts.length && holdsFrom[next]! <= ordinals[i]!; next++) {
      if (best === -1 || isNotOlder(shareCounts[next]!, shareCounts[best]!)) best = next;
    }
    counts[i] = best;
  }
  return counts;
}

function isNotOlder(a: KnownShareCount, b: KnownShareCount): boolean {
  return a.countedOn >= b.countedOn;
}

const UNKNOWN: MarketCapSplit = { marketCapChange: null, priceEffect: null, shareCountEffect: null };

/** What changed the market cap from one close (index) to another: N0 (P1 - P0) from price, P1 (N1 - N0) from shares, N0 in the shares of the later close. */
export function capChange(known: Known, from: number, to: number): MarketCapSplit {
  const { adjustedShares, marketCap } = capColumnsOf(known);
  const [before, after] = [marketCap[from] ?? Number.NaN, marketCap[to] ?? Number.NaN];
  if (Number.isNaN(before) || Number.isNaN(after)) return UNKNOWN;
  const [price, shares] = [known.close[to]!, adjustedShares[to]!];
  const sharesBefore = adjustedShares[from]! * (known.splitFactor[to]! / known.splitFactor[from]!);
  return {
    marketCapChange: after - before,
    priceEffect: sharesBefore * price - before,
    shareCountEffect: price * (shares - sharesBefore),
  };
}
