/**
 * Backtests: a strategy run over replayed facts, each at the instant it became known. Pure: the same facts, strategy and
 * settings give the same result, byte for byte.
 */
export { defineStrategy, type Strategy, type StrategyDefinition } from './strategy/strategy';
export type { Params } from './strategy/params';
export type * from './strategy/instrument';
export type * from './strategy/context';
export * from './strategy/errors';
export * from './strategy/handlers';
export type * from './engine/settings';
export { DEFAULT_COSTS, resolveSettings } from './engine/resolve-settings';
export type * from './engine/run-options';
export { ENGINE_VERSION, runBacktest } from './engine/run-backtest';
export type * from './result/result';
export {
  type Market,
  type MarketCut,
  type MarketInstrument,
  marketAsOf,
  marketOf,
  openMarket,
  type PackedInstrument,
} from './market/market';
export type { CheckOptions, CheckProgress } from './check/check-options';
export { checkStrategy } from './check/check-strategy';
export { type Decision, decisionsOf } from './check/decisions';
export type { RunAt } from './check/find-leaks';
export type { CheckReport, FirstLeak, Leak } from './check/leak';
export type { NewsItem } from './check/market-moments';
export type { DataLint, Lateness, LintFinding, LintKind } from './lint/lint-finding';
export type { RecordedAt } from './lint/lint-dossier';
export { lintMarket } from './lint/lint-market';
