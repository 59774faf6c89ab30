import { twoSidedNormal } from '@streakline/event-study';
import type { Signs } from '../signs/sign-counts';
import { exactRunsP } from './exact-runs';

/** Do rising and falling closes follow each other as by chance? Fewer runs than expected: they cluster; more: they alternate. */
export interface RunsTest {
  readonly falling: number;
  readonly rising: number;
  /** Unchanged closes, which take no part: the test is of the order of the others. */
  readonly unchanged: number;
  readonly runs: number;
  readonly expectedRuns: number | null;
  /** (runs - expected) over its standard deviation, without continuity correction. */
  readonly zStatistic: number | null;
  /** Two-sided, by the normal. */
  readonly pValue: number | null;
  /** Two-sided, by the exact distribution: twice the smaller tail, 1 at most. */
  readonly exactPValue: number | null;
  /** Why there are no figures. */
  readonly reason: string | null;
}

/** Wald and Wolfowitz, Annals of Mathematical Statistics 1940: the number of runs, given how many closes fell and rose. */
export function runsTest(signs: Signs): RunsTest {
  let [falling, rising, runs, before] = [0, 0, 0, 0];
  for (const sign of signs) {
    if (sign === 0) continue;
    if (sign < 0) falling++;
    else rising++;
    if (sign !== before) runs++;
    before = sign;
  }
  const counts = { falling, rising, unchanged: signs.length - falling - rising, runs };
  if (falling === 0 || rising === 0) return { ...counts, ...NO_FIGURES };
  return { ...counts, ...figuresOf(falling, rising, runs) };
}

type Figures = Omit<RunsTest, 'falling' | 'rising' | 'unchanged' | 'runs'>;

const NO_FIGURES: Figures = {
  ...{ expectedRuns: null, zStatistic: null, pValue: null, exactPValue: null },
  reason: 'the runs test needs closes that fell and closes that rose',
};

function figuresOf(falling: number, rising: number, runs: number): Figures {
  const moved = falling + rising;
  const product = 2 * falling * rising;
  const expectedRuns = product / moved + 1;
  const variance = ((product / moved) * ((product - moved) / moved)) / (moved - 1);
  const exactPValue = exactRunsP(falling, rising, runs);
  if (variance === 0) {
    const reason = 'one close fell and one rose: any order has two runs';
    return { expectedRuns, zStatistic: null, pValue: null, exactPValue, reason };
  }
  const zStatistic = (runs - expectedRuns) / Math.sqrt(variance);
  return { expectedRuns, zStatistic, pValue: twoSidedNormal(zStatistic), exactPValue, reason: null };
}
