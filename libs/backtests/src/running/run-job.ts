import type { BacktestResult, BacktestSettings, BacktestSettingsInput, DataLint, Params } from '@streakline/backtest';
import type { SharedMarket } from '../market/shared-market';
import type { StrategyCode } from '../strategies/strategy-code';

/** One run to be made on a market. */
export interface RunJob {
  readonly code: StrategyCode;
  /** Those that differ from the strategy's defaults. */
  readonly params?: Params;
  readonly settings: BacktestSettingsInput;
  /** Epoch milliseconds: facts known later are left out of the whole replay, as `backtest check` does. */
  readonly asOf?: number | undefined;
  /** For the tests of leak detection alone: the strategy is handed a context with a hole in it. */
  readonly hole?: boolean;
}

/** Asked of a worker thread. */
export interface RunRequest {
  readonly job: RunJob;
  readonly timeLimitMs: number;
  /** Number of the call that did not return when this was run before. */
  readonly stopBeforeCall?: number;
  /** Answer the resolved settings, and run nothing. */
  readonly settingsOnly?: true;
}

/** Asks for the data to be looked at, and nothing to be run. */
export const LINT = 'lint';

/** What a worker thread answers. */
export type RunAnswer =
  | { readonly result: BacktestResult }
  | { readonly settings: BacktestSettings }
  | { readonly lint: DataLint }
  | { readonly refused: { readonly code: string; readonly message: string } };

/** What a worker thread starts with. */
export interface ThreadData {
  readonly market: SharedMarket;
  /** Of a Watch. */
  readonly watch: SharedArrayBuffer;
}
