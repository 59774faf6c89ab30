import type { AnswerOf } from '../../api/answers';
import type { DataFound, Run, RunPerformance } from './run';

export type BacktestAnswer = AnswerOf<'/v1/backtests/{backtestId}'>;
export type BacktestSummary = AnswerOf<'/v1/backtests'>['data'][number];

/** What a backtest came to. The API's document leaves its parts open; these types are the engine's own. */
export interface RunResult {
  readonly runId: string;
  readonly manifest: Manifest;
  readonly data: DataFound | null;
  readonly performance: RunPerformance | null;
  readonly backtest: Run;
}

type AnsweredManifest = NonNullable<BacktestAnswer['result']>['manifest'];
export type Manifest = AnsweredManifest & { readonly params: Values; readonly settings: Values };
export type Values = Readonly<Record<string, unknown>>;

/** Null unless it is done. */
export function resultOf({ result }: BacktestAnswer): RunResult | null {
  return result as unknown as RunResult | null;
}

/** What was asked for. */
export interface AskedRun {
  readonly strategy: string;
  readonly params: Values;
  readonly settings: Values & { readonly from: string; readonly to: string };
}

export function askedOf({ request }: Pick<BacktestSummary, 'request'>): AskedRun {
  return request as unknown as AskedRun;
}

/** Whether it waits or runs. */
export function isUnderWay({ state }: Pick<BacktestSummary, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}

/** Parameters in one line: "threshold 0.05, hold 20". */
export function valuesText(values: Values): string {
  const told = Object.entries(values).map(([name, value]) => `${name} ${String(value)}`);
  return told.length === 0 ? 'none' : told.join(', ');
}
