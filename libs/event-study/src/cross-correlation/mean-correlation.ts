import type { Panel } from '../panel/panel';
import { seededRandom } from '../resampling/random';
import type { Stepwise } from '../study/progress';
import type { CrossCorrelation, TestVariants } from '../study/study-result';
import { alignByCalendar, alignByEventTime } from './aligned-rows';
import { CandidatePairs } from './candidate-pairs';
import { eventWindowsOf } from './event-window-overlap';
import { pairCorrelation } from './pair-correlation';

export interface PairSampling {
  readonly seed: number;
  /** Pairs that are all looked at, at most; by default as many as 3,000 events have. Of more, a sample. */
  readonly mostPairs?: number;
}

/** Pairs of 3,000 events, the most that are all looked at: some seconds of work. */
export const MOST_PAIRS = (3_000 * 2_999) / 2;
/** A sample may be smaller: a study waits for it, and it says its standard error. */
const SAMPLED_PAIRS = 1_000_000;
const PAIRS_A_STEP = 4_000;

/**
 * Mean correlation r̄ of the events' estimation-window abnormal returns over all pairs, for the adjustments of Kolari and
 * Pynnönen 2010. Two events are compared on the calendar days that both estimation windows share (Pearson; 0 below 3
 * days). `eventOverlap` weighs each pair by the share of the event window's days that the two have in common, so that
 * events far apart count as independent (Kolari, Pape and Pynnönen 2018; Pynnönen 2022). Exact up to as many pairs
 * as 3,000 events have; beyond, a seeded sample of a million pairs with its standard error.
 */
export function* meanCorrelation(
  panel: Panel,
  pairing: TestVariants['crossCorrelation'],
  sampling: PairSampling,
): Stepwise<CrossCorrelation> {
  const rows = yield* alignByCalendar(panel);
  if (pairing === 'estimationOverlap') {
    const candidates = new CandidatePairs(rows.first, rows.last);
    return yield* averaged(candidates, (a, b) => pairCorrelation(rows, a, b), { n: panel.n, pairing, sampling });
  }
  const windows = eventWindowsOf(panel);
  const candidates = new CandidatePairs(windows.first, windows.last);
  const weighted = (a: number, b: number): number => windows.share(a, b) * pairCorrelation(rows, a, b);
  return yield* averaged(candidates, weighted, { n: panel.n, pairing, sampling });
}

/** The same paired by event time: for comparison with tools that do it so, never for a test. */
export function* meanEventTimeCorrelation(panel: Panel, sampling: PairSampling): Stepwise<number | null> {
  const rows = alignByEventTime(panel);
  const candidates = new CandidatePairs(rows.first, rows.last);
  const pairing = 'estimationOverlap';
  const mean = yield* averaged(candidates, (a, b) => pairCorrelation(rows, a, b), { n: panel.n, pairing, sampling });
  return mean.value;
}

interface Averaging {
  readonly n: number;
  readonly pairing: TestVariants['crossCorrelation'];
  readonly sampling: PairSampling;
}

function* averaged(
  candidates: CandidatePairs,
  valueOf: (a: number, b: number) => number,
  { n, pairing, sampling }: Averaging,
): Stepwise<CrossCorrelation> {
  const all = (n * (n - 1)) / 2;
  if (all === 0) return { value: null, pairing, pairs: 0, sampled: false, standardError: null };
  const most = sampling.mostPairs ?? MOST_PAIRS;
  const sampled = candidates.count > most;
  const looked = sampled ? Math.min(most, SAMPLED_PAIRS) : candidates.count;
  const random = seededRandom(sampling.seed);
  let [sum, squares] = [0, 0];
  for (let i = 0; i < looked; i++) {
    if (i % PAIRS_A_STEP === 0) yield { phase: 'cross-correlation', done: i, total: looked };
    const [a, b] = candidates.pair(sampled ? Math.floor(random.uniform() * candidates.count) : i);
    const value = valueOf(a, b);
    sum += value;
    squares += value * value;
  }
  const share = candidates.count / all;
  if (!sampled) return { value: sum / all, pairing, pairs: all, sampled, standardError: null };
  const mean = sum / looked;
  const standardError = share * Math.sqrt((squares / looked - mean * mean) / (looked - 1));
  return { value: share * mean, pairing, pairs: looked, sampled, standardError };
}
