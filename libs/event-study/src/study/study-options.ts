import { MOST_PAIRS } from '../cross-correlation/mean-correlation';
import { testNames, type TestName, type TestVariants } from './study-result';

/** What a study is asked for beyond its panel; all of it has a default. */
export interface StudyOptions {
  /** Tests to make; default all that the rest of the options allow. */
  readonly tests?: readonly TestName[];
  readonly variants?: Partial<TestVariants>;
  /** Seeded draws of the permutation test; default 0, which leaves it out. */
  readonly permutations?: number;
  /** Seeded resamples of the bootstrap intervals; default 0, which leaves them out. */
  readonly bootstrap?: number;
  /** Default bias-corrected and accelerated. */
  readonly bootstrapKind?: 'bca' | 'percentile';
  /** Of everything drawn at random; default 1. */
  readonly seed?: number;
  /** Of intervals and bands; default 0.95. */
  readonly confidence?: number;
  /** Pairs of events whose correlations are all computed, at most; default as many as 3,000 events have. Of more, a sample. */
  readonly mostPairs?: number;
}

/**
 * Patell over a window by the standardised CAR, the crude-dependence divisor T - 1 (Brown and Warner 1985), BMP at t with
 * n - 1 degrees of freedom, and events paired by the calendar days of their estimation windows.
 */
export const defaultVariants: TestVariants = {
  patellWindow: 'standardisedCar',
  crudeDependenceDivisor: 'T-1',
  bmpDistribution: 't',
  crossCorrelation: 'estimationOverlap',
};

/** The options with their defaults. Throws RangeError for figures that make no sense. */
export function settled(options: StudyOptions): Required<StudyOptions> & { variants: TestVariants } {
  const { permutations = 0, bootstrap = 0, confidence = 0.95, seed = 1, mostPairs = MOST_PAIRS } = options;
  requireCount('permutations', permutations, 0);
  requireCount('bootstrap', bootstrap, 0);
  requireCount('mostPairs', mostPairs, 2);
  requireCount('seed', seed, 0);
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`The confidence ${confidence} is not usable: give a number between 0 and 1, such as 0.95.`);
  }
  return {
    ...{ permutations, bootstrap, confidence, seed, mostPairs },
    tests: options.tests ?? testNames,
    bootstrapKind: options.bootstrapKind ?? 'bca',
    variants: { ...defaultVariants, ...options.variants },
  };
}

function requireCount(name: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new RangeError(`The option ${name} is ${value}: give a whole number from ${least} on.`);
}
