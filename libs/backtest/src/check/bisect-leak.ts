import type { Market } from '../market/market';
import type { CheckOptions } from './check-options';
import { comparableUpTo, leakAt, type RunAt, type WholeRun } from './find-leaks';
import type { FirstLeak, Leak } from './leak';
import { type MarketMoments, newsAt } from './market-moments';

const NEWS_SHOWN = 10;

export interface BisectOptions {
  readonly whole: WholeRun;
  readonly run: RunAt;
  readonly market: Market;
  readonly moments: MarketMoments;
  /** Asked before every run: true ends the search with what it has. */
  readonly isTimeUp: () => boolean;
  readonly onProgress?: CheckOptions['onProgress'];
}

/**
 * From a leak to the first one, by cutting at the instants of earlier decisions: a log cut where a decision was made shows
 * it as it must have been, however far ahead it looked. Then to what it knew ahead of its time: the first instant after it
 * at which a cut lets the decision be.
 */
export async function bisectLeak(found: Leak, options: BisectOptions): Promise<FirstLeak> {
  const told = telling(options);
  const first = await firstLeak(found, told);
  const knowsFrom = await reachOf(first, told);
  const news = knowsFrom === null ? [] : newsAt(options.market, knowsFrom);
  const ownFirst = [
    ...news.filter(({ instrumentId }) => instrumentId === first.instrumentId),
    ...news.filter(({ instrumentId }) => instrumentId !== first.instrumentId),
  ];
  return { ...first, knowsFrom, news: ownFirst.slice(0, NEWS_SHOWN) };
}

/** The same, its runs told as they end. Two searches, each halving: so many runs at most. */
function telling(options: BisectOptions): BisectOptions {
  const { run, onProgress, whole, moments } = options;
  const total = Math.ceil(Math.log2(whole.decisions.length + 1)) + Math.ceil(Math.log2(moments.all.length + 1));
  let done = 0;
  const counted: RunAt = async (asOf) => {
    const result = await run(asOf);
    onProgress?.({ phase: 'bisecting', done: Math.min(++done, total), total });
    return result;
  };
  return { ...options, run: counted };
}

async function firstLeak(found: Leak, { whole, run, moments, isTimeUp }: BisectOptions): Promise<Leak> {
  const instants = [...new Set(whole.decisions.map(({ decidedAt }) => decidedAt))].filter((at) => at < found.moment);
  // Before the instant at `low` nothing leaks, as far as was seen; the leak `first` lies at or after that at `high`.
  let [low, high, first] = [0, instants.length, found];
  while (low < high && !isTimeUp()) {
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
async function reachOf(leak: Leak, { whole, run, moments, isTimeUp }: BisectOptions): Promise<number | null> {
  const candidates = Array.from(moments.all).filter(
    (at) => at > leak.cutAt && comparableUpTo(at, whole, moments) >= leak.moment,
  );
  let [low, high] = [0, candidates.length];
  while (low < high) {
    if (isTimeUp()) return null;
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
