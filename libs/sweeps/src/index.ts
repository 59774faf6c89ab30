/**
 * Sweeps: a strategy run with many parameters, in threads or in workers anywhere, chosen on the past alone where wanted, and
 * judged against every trial of the strategy that was ever stored. Read side.
 */
export { SweepError, type SweepErrorCode } from './sweep-error';
export type { ParamRange, ParamValue, SearchBudget, SearchSpace } from './space/search-space';
export { parseSpace } from './space/parse-space';
export { MOST_POINTS, pointsOf } from './space/points-of';
export { type Split, type WalkForward, walkForwardSplits, type Window } from './splits/walk-forward';
export { parseWalkForward } from './splits/parse-walk-forward';
export { planSweep, type SweepRequest } from './plan/plan-sweep';
export { type SweepPlan, sweepIdOf } from './plan/sweep-plan';
export type { Trial } from './plan/trial';
export { sweepsMigrations } from './store/sweeps-tables';
export { SweepStore } from './store/sweep-store';
export { runTrial, type TrialTools } from './running/run-trial';
export { threadsRunner } from './running/threads-runner';
export type { Running, TrialRunner } from './running/trial-runner';
export { runSweep, type SweepProgress, type SweepTools } from './running/run-sweep';
export { deflated, deflationOf } from './report/deflation-of';
export { outOfSample } from './report/out-of-sample';
export type * from './report/sweep-report';
export { jobsTopicOf, workersGroupOf } from './jobs/jobs-topic';
export { kafkaRunner, type KafkaRunnerParts } from './jobs/kafka-runner';
export { MarketShelf, type ShelfOptions } from './jobs/market-shelf';
export { type JobTold, startWorker, type WorkerParts } from './jobs/worker';
