import type { Known } from '../known/known';

interface Prefix {
  readonly whole: Known;
  readonly length: number;
}

const prefixes = new WeakMap<Known, Prefix>();

/**
 * A tape's first `length` bars, for views of the tape (runs, market caps, a reaction, abnormal figures): columns are views
 * of the whole's, so a replay may ask for one at every instant. Lists beside the tape (acts, share counts, ...) are the
 * whole's. Right where no fact beyond those bars changes what is said of them: within one epoch of epochStarts().
 */
export function prefixOf(whole: Known, length: number): Known {
  if (length >= whole.sessions.length) return whole;
  const prefix: Known = {
    ...whole,
    sessions: whole.sessions.slice(0, length),
    barSource: whole.barSource.slice(0, length),
    ordinals: whole.ordinals.subarray(0, length),
    open: whole.open.subarray(0, length),
    high: whole.high.subarray(0, length),
    low: whole.low.subarray(0, length),
    close: whole.close.subarray(0, length),
    volume: whole.volume.subarray(0, length),
    barKnownAt: whole.barKnownAt.subarray(0, length),
    barPosition: whole.barPosition.subarray(0, length),
    splitFactor: whole.splitFactor.subarray(0, length),
    value: whole.value.subarray(0, length),
    totalValue: whole.totalValue.subarray(0, length),
  };
  prefixes.set(prefix, { whole, length });
  return prefix;
}

/** What a prefix was taken from, so that a view computes once for all prefixes of a tape; undefined: it is no prefix. */
export function wholeOf(known: Known): Prefix | undefined {
  return prefixes.get(known);
}
