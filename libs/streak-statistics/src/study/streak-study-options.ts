import { StreakStatisticsError } from '../streak-statistics-error';
import { type Comparison, comparisons } from './comparisons';
import type { WindowDays } from './windows';

/** How announcements are compared with ordinary sessions; `streakStudyDefaults` has all but the primary comparison. */
export interface StreakStudyOptions {
  /** The one comparison that the study is about, named before anything is computed; the others are secondary. */
  readonly primary: Comparison;
  /** Around each announcement's day 0: these sessions are no ordinary ones, and never matched with. */
  readonly window: WindowDays;
  /** Fewer matched sessions of the same instrument than this, and those of all instruments stand in. */
  readonly minMatches: number;
  /** Sessions up to which mean lengths count. */
  readonly horizon: number;
  /** Shifts of the calendar at most; 0: no permutation test. */
  readonly permutations: number;
  /** Resamples of the calendar's months; 0: no intervals. */
  readonly bootstrap: number;
  readonly confidence: number;
  readonly seed: number;
}

/** The defaults of everything but the primary outcome, which has none. */
export const streakStudyDefaults: Omit<StreakStudyOptions, 'primary'> = Object.freeze({
  window: Object.freeze({ from: -5, to: 20 }),
  minMatches: 10,
  horizon: 10,
  permutations: 999,
  bootstrap: 999,
  confidence: 0.95,
  seed: 1,
});

/** Throws where an option makes no sense. */
export function checkOptions({ primary, window, ...counts }: StreakStudyOptions): void {
  const isOne = comparisons.some((one) => one.outcome === primary.outcome && one.direction === primary.direction);
  if (!isOne) {
    const known = comparisons.map(({ outcome, direction }) => `${outcome}/${direction}`).join(', ');
    throw new StreakStatisticsError(
      'invalidOption',
      `There is no comparison ${primary.outcome}/${primary.direction}; the primary one is one of ${known}.`,
    );
  }
  if (window.from > 0 || window.to < 0)
    throw new StreakStatisticsError('invalidOption', `The window ${window.from} to ${window.to} must contain day 0.`);
  const least = { minMatches: 1, horizon: 1, permutations: 0, bootstrap: 0 } as const;
  for (const [name, lowest] of Object.entries(least) as [keyof typeof least, number][]) {
    if (!Number.isInteger(counts[name]) || counts[name] < lowest)
      throw new StreakStatisticsError(
        'invalidOption',
        `${name} is ${counts[name]}: give a whole number from ${lowest} on.`,
      );
  }
}
