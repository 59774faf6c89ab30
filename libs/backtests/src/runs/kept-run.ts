import type { BacktestResult, BacktestSettings, DataLint, Params, StrategyFailure } from '@streakline/backtest';
import type { BacktestPerformance, MeasuredSharpe, Performance } from '@streakline/performance';
import type { RunManifest } from '../manifest/run-manifest';

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
  /** The Sharpe ratio of one session and what its error needs; null where there is none. */
  readonly sharpe: MeasuredSharpe | null;
  /** SHA-256 of the result's JSON, hexadecimal. */
  readonly resultHash: string;
  /** RFC 3339. */
  readonly ranAt: string;
}

/** A run with its result. */
export interface RunDocument {
  readonly run: KeptRun;
  readonly result: BacktestResult;
  readonly performance: BacktestPerformance | null;
}
