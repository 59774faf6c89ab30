import type { Params } from '@streakline/backtest';
import type { MetricName, Performance } from '@streakline/performance';
import type { SearchSpace } from '../space/search-space';
import type { Split, WalkForward } from '../splits/walk-forward';

/** One trial of the table. */
export interface TrialRow {
  /** 0 where there are no splits. */
  readonly split: number;
  readonly part: 'whole' | 'train' | 'test';
  readonly point: number;
  /** Those that the sweep varies. */
  readonly params: Params;
  readonly runId: string;
  /** `refused`: it could not be run; `failed`: the strategy ended it. `failure` says why. */
  readonly state: 'done' | 'failed' | 'refused';
  readonly failure: string | null;
  /** Of a training, this session and all after it were purged: a position that was opened then outlived it. */
  readonly purgedFrom: string | null;
  /** After costs; of a training, those that it is judged by. */
  readonly metrics: Performance['metrics'] | null;
  /** The chance that the true Sharpe ratio is above the best that so many worthless trials would show; null without a Sharpe ratio. */
  readonly deflatedSharpe: number | null;
}

/** What deflates: every stored trial of the strategy, whichever sweep or single run made it. */
export interface Deflation {
  readonly trials: number;
  /** Of these, with a Sharpe ratio. */
  readonly measured: number;
  /** Variance of their Sharpe ratios, of one session. */
  readonly variance: number;
  /** The Sharpe ratio of one session expected of the best of them, were all worthless; and of a year. */
  readonly threshold: number;
  readonly thresholdAYear: number;
}

export interface SplitRow extends Split {
  /** Null where no training gave the criterion a value. */
  readonly chosen: { readonly point: number; readonly params: Params; readonly inTraining: number } | null;
  readonly inTest: number | null;
}

export interface WalkForwardReport extends WalkForward {
  readonly splits: readonly SplitRow[];
  /** The tests in a row, as one series of daily returns after costs; null where none was run. */
  readonly outOfSample: Performance | null;
  /** Longest holding of a trade in the tests, in sessions. */
  readonly longestHolding: number;
  readonly warnings: readonly string[];
}

/** A sweep's table. JSON of it is the same bytes for the same plan and the same stored trials. */
export interface SweepReport {
  readonly sweepId: string;
  readonly strategy: string;
  readonly codeHash: string;
  readonly position: number;
  readonly from: string;
  readonly to: string;
  readonly criterion: MetricName;
  readonly space: SearchSpace;
  readonly seed: number;
  readonly counts: { readonly trials: number; readonly failed: number; readonly refused: number };
  readonly deflation: Deflation;
  /** Point with the highest criterion over the whole replay; null with splits, or where none has it. */
  readonly best: number | null;
  readonly walkForward: WalkForwardReport | null;
  readonly trials: readonly TrialRow[];
}
