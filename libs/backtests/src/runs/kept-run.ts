import type { BacktestResult, BacktestSettings, DataLint, Params, StrategyFailure } from '@streakline/backtest';
import type { BacktestPerformance, MeasuredSharpe, Performance } from '@streakline/performance';
import type { RunManifest } from '../manifest/run-manifest';

/** What a run comes to before the first position that is still open at its end. */
export interface PurgedFigures {
  /** Session of that entry: it and all after it are left out. */
  readonly from: string;
  /** Sessions that are left, and of how many. */
  readonly sessions: number;
  readonly of: number;
  /** After costs; null where nothing is left to measure. */
  readonly metrics: Performance['metrics'] | null;
}

/** A run as it is kept. */
export interface KeptRun {
  readonly runId: string;
  /** Order of keeping. */
  readonly seq: number;
  readonly strategy: string;
  readonly codeHash: string;
  readonly params: Params;
  readonly settings: BacktestSettings;
  readonly position: number;
  readonly manifest: RunManifest;
  /** Null where nobody looked. */
  readonly data: DataLint | null;
  readonly state: BacktestResult['state'];
  readonly failure: StrategyFailure | null;
  /** After costs; null where the run has no session to measure. */
  readonly metrics: Performance['metrics'] | null;
  /** Its figures without what was not finished; null where nothing was open at the end. */
  readonly purged: PurgedFigures | null;
  /** The Sharpe ratio of one session and what its error needs; null where there is none. */
  readonly sharpe: MeasuredSharpe | null;
  /** SHA-256 of the result's JSON, hexadecimal. */
  readonly resultHash: string;
  /** RFC 3339. */
  readonly ranAt: string;
}

/** A run as one of its strategy's trials. */
export type KeptTrial = Pick<KeptRun, 'runId' | 'state' | 'failure' | 'metrics' | 'purged' | 'sharpe'>;

/** A run with its result. */
export interface RunDocument {
  readonly run: KeptRun;
  readonly result: BacktestResult;
  readonly performance: BacktestPerformance | null;
}
