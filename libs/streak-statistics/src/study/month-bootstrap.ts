import { seededRandom, sortedQuantile, type Stepwise } from '@streakline/event-study';
import { comparisons } from './comparisons';
import type { Estimator } from './estimates';

/** Of announced - base. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

export interface BootstrapOptions {
  /** 0: none. */
  readonly replicates: number;
  readonly confidence: number;
  readonly seed: number;
  /** Calendar months that there are. */
  readonly months: number;
}

// An interval out of a handful of replicates would be a guess.
const FEWEST = 20;

/**
 * Percentile intervals (Efron and Tibshirani 1993) of each comparison's difference. Whole calendar months are drawn, with
 * their announcements and their ordinary sessions: announcements of one month share the market's mood, so they are no
 * independent draws. In the order of `comparisons`; null where there are too few replicates or months that say something.
 */
export function* monthBootstrap(
  estimator: Estimator,
  { replicates, confidence, seed, months }: BootstrapOptions,
): Stepwise<readonly (Interval | null)[]> {
  const random = seededRandom(seed);
  const differences: number[][] = comparisons.map(() => []);
  for (let done = 0; done < replicates && months > 1; done++) {
    const weights = new Float64Array(months);
    for (let i = 0; i < months; i++) weights[random.below(months)]!++;
    const progress = { phase: 'resampling calendar months', done, total: replicates };
    const steps = estimator.estimates(weights);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) yield progress;
    step.value.forEach(({ announced, base }, at) => {
      if (announced !== null && base !== null) differences[at]!.push(announced - base);
    });
    yield progress;
  }
  return differences.map((values) => {
    if (values.length < FEWEST) return null;
    const sorted = Float64Array.from(values).sort();
    const tail = (1 - confidence) / 2;
    return { lower: sortedQuantile(sorted, tail), upper: sortedQuantile(sorted, 1 - tail) };
  });
}
