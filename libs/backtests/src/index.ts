/**
 * Running backtests: strategies loaded from files, their market from the read models, each run in a worker thread of its
 * own, and what came of it kept for ever. Read side: it rests on read models and never on what decides.
 */
export { RunError, type RunErrorCode } from './run-error';
export type { StrategyCode, StrategyModule } from './strategies/strategy-code';
export { loadStrategy } from './strategies/load-strategy';
export { type SharedMarket, packedOf, shareMarket } from './market/shared-market';
export { loadMarket, type MarketSelection } from './market/load-market';
export { type LogIdentity, logOf } from './market/market-in-use';
export type { RunJob } from './running/run-job';
export type { RunOptions, RunProgress } from './running/worker-thread';
export { type BacktestThreads, openThreads, type ThreadsOptions, TIME_LIMIT_MS } from './running/open-threads';
export { chosenParams, paramsFromText } from './strategies/chosen-params';
export { contentId } from './manifest/content-id';
export { manifestOf, type RunManifest, runIdOf } from './manifest/run-manifest';
export { backtestsMigrations } from './runs/backtests-tables';
export type { KeptRun, KeptTrial, PurgedFigures, RunDocument } from './runs/kept-run';
export { NotReproducibleError, type RunSearch, RunStore, type RunToKeep } from './runs/run-store';
export { type InstalledStrategy, Strategies } from './installed/strategies';
export { type RanStrategy, runningSteps, type StepProgress } from './jobs/running-steps';
export { BacktestsModule } from './backtests.module';
export { BacktestDesk } from './routes/backtest-desk';
export { htmlOf, type ShownRun, textOf } from './tearsheet/tearsheet-of';
