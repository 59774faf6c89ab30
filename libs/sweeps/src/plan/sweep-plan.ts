import type { BacktestSettings, Params } from '@streakline/backtest';
import { contentId } from '@streakline/backtests';
import type { MetricName } from '@streakline/performance';
import type { SearchSpace } from '../space/search-space';
import type { Split, WalkForward } from '../splits/walk-forward';

/** All that a sweep's table follows from, decided before the first run. Plain data: stored as JSON. */
export interface SweepPlan {
  readonly strategy: string;
  readonly codeHash: string;
  /** In the event store, and hash of what is on record of its instruments up to there. */
  readonly position: number;
  readonly factsHash: string;
  /** Resolved; of the whole replay. */
  readonly settings: BacktestSettings;
  readonly space: SearchSpace;
  readonly seed: number;
  /** What is tried: full parameters, in the order of their numbers (the first is 1). */
  readonly points: readonly Params[];
  /** Null: every point over the whole replay. */
  readonly walkForward: (WalkForward & { readonly splits: readonly Split[] }) | null;
  /** The highest of it is the best: of the table, and in each training. */
  readonly criterion: MetricName;
}

/** `swp_` and the first 32 hexadecimal digits of the plan's SHA-256: the same sweep asked for again is the same sweep. */
export function sweepIdOf(plan: SweepPlan): string {
  return contentId('swp', plan);
}
