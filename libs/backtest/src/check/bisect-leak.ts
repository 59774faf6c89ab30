import type { Market } from '../market/market';
import { comparableUpTo, leakAt, type RunAt, type WholeRun } from './find-leaks';
import type { FirstLeak, Leak } from './leak';
import { type MarketMoments, newsAt } from './market-moments';

const NEWS_SHOWN = 10;

export interface BisectOptions {
  readonly whole: WholeRun;
  readonly run: RunAt;
  readonly market: Market;
  readonly moments: MarketMoments;
}

/**
 * From a leak to the first one, by cutting at the instants of earlier decisions: a log cut where a decision was made shows
 * it as it must have been, however far ahead it looked. Then to what it knew ahead of its time: the first instant after it
 * at which a cut lets the decision be.
 */
export async function bisectLeak(found: Leak, options: BisectOptions): Promise<FirstLeak> {
  const first = await firstLeak(found, options);
  const knowsFrom = await reachOf(first, options);
  const news = knowsFrom === null ? [] : newsAt(options.market, knowsFrom);
  const ownFirst = [
    ...news.filter(({ instrumentId }) => instrumentId === first.instrumentId),
    ...news.filter(({ instrumentId }) => instrumentId !== first.instrumentId),
  ];
  return { ...first, knowsFrom, news: ownFirst.slice(0, NEWS_SHOWN) };
}

async function firstLeak(found: Leak, { whole, run, moments }: BisectOptions): Promise<Leak> {
  const instants = [...new Set(whole.decisions.map(({ decidedAt }) => decidedAt))].filter((at) => at < found.moment);
  // Before the instant at `low` nothing leaks, as far as was seen; the leak `first` lies at or after that at `high`.
  let [low, high, first] = [0, instants.length, found];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const leak = await leakAt(instants[middle]!, whole, run, moments);
    if (leak === null) {
      low = middle + 1;
    } else {
      first = leak;
      high = Math.min(middle, placeOf(instants, leak.moment));
    }
  }
  return first;
}

/** The earliest instant at which the world knew enough for the decision; the search goes over what became known, not over time. */
async function reachOf(leak: Leak, { whole, run, moments }: BisectOptions): Promise<number | null> {
  const candidates = Array.from(moments.all).filter(
    (at) => at > leak.cutAt && comparableUpTo(at, whole, moments) >= leak.moment,
  );
  let [low, high] = [0, candidates.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = await leakAt(candidates[middle]!, whole, run, moments);
    const isThere = other !== null && other.moment <= leak.moment;
    if (isThere) low = middle + 1;
    else high = middle;
  }
  return candidates[low] ?? null;
}

function placeOf(instants: readonly number[], moment: number): number {
  const place = instants.findIndex((at) => at >= moment);
  return place === -1 ? instants.length : place;
}
