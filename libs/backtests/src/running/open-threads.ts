import type { BacktestResult, BacktestSettings, DataLint } from '@streakline/backtest';
import { type LogIdentity, logOf } from '../market/market-in-use';
import type { SharedMarket } from '../market/shared-market';
import { RunError } from '../run-error';
import type { RunJob } from './run-job';
import { type RunOptions, StuckError, WorkerThread } from './worker-thread';

export interface ThreadsOptions {
  readonly market: SharedMarket;
  /** Runs at a time; default 1. */
  readonly threads?: number;
  /** Milliseconds that one call of the strategy may take; default {@link TIME_LIMIT_MS}. */
  readonly timeLimitMs?: number;
}

export const TIME_LIMIT_MS = 10_000;

/** Worker threads that share one market. */
export interface BacktestThreads {
  /**
   * Runs a strategy in a thread of its own, when one is free: first asked, first run. The same job gives the same result
   * in any thread. A strategy that throws, or does not come back, gives a result that failed, with everything up to there.
   *
   * @throws RunError where it cannot be run
   */
  run(job: RunJob, options?: RunOptions): Promise<BacktestResult>;
  /**
   * A job's settings as they are resolved on this market: with manifestOf(), what its run will be filed under.
   *
   * @throws RunError `badSettings`, `unknownInstrument`
   */
  settle(job: RunJob, options?: RunOptions): Promise<BacktestSettings>;
  /** Which history a run with these resolved settings rests on here. */
  logOf(settings: Pick<BacktestSettings, 'universe' | 'benchmark'>): LogIdentity;
  /** What the market's data is found to be, without a replay: bars known too early, facts stored late. */
  lint(options?: RunOptions): Promise<DataLint>;
  /** Ends all threads, and what they run. */
  close(): Promise<void>;
}

/**
 * Opens threads on a market; they start with their first run.
 *
 * @example
 * const threads = openThreads({ market, threads: 2 });
 * const result = await threads.run({ code, settings: { from: '2016-01-01', to: '2026-01-01' } });
 * await threads.close();
 */
export function openThreads({ market, threads = 1, timeLimitMs = TIME_LIMIT_MS }: ThreadsOptions): BacktestThreads {
  const all = Array.from({ length: threads }, () => new WorkerThread(market));
  const idle = [...all];
  let closed = false;
  const waiting: ((thread: WorkerThread) => void)[] = [];
  const free = (thread: WorkerThread): void => {
    const next = waiting.shift();
    if (next === undefined) idle.push(thread);
    else next(thread);
  };
  const onOne = async <Answer>(work: (thread: WorkerThread) => Promise<Answer>): Promise<Answer> => {
    const thread = idle.pop() ?? (await new Promise<WorkerThread>((resolve) => waiting.push(resolve)));
    try {
      // What still waits when the threads are ended would start them anew.
      if (closed) throw new Error('The threads were ended before it was its turn.');
      return await work(thread);
    } finally {
      free(thread);
    }
  };
  return {
    run: (job, options = {}) => onOne((thread) => runOn(thread, job, timeLimitMs, options)),
    lint: (options = {}) => onOne((thread) => thread.lint(options)),
    settle: (job, options = {}) => onOne((thread) => thread.settle(job, options)),
    logOf: (settings) => logOf(market, settings),
    close: async () => {
      closed = true;
      await Promise.all(all.map((thread) => thread.close()));
    },
  };
}

async function runOn(
  thread: WorkerThread,
  job: RunJob,
  timeLimitMs: number,
  options: RunOptions,
): Promise<BacktestResult> {
  try {
    return await thread.run({ job, timeLimitMs }, options);
  } catch (error) {
    if (!(error instanceof StuckError)) throw error;
    const { inState, call, handler } = error.where;
    if (inState) throw new RunError('timeLimit', endless('state', timeLimitMs));
    // The same run comes to the same call: this time it stops before it, and what was done until then is kept.
    const again = { job, timeLimitMs, stopBeforeCall: call };
    const result = await thread.run(again, options).catch((stuck: unknown) => {
      throw stuck instanceof StuckError ? new RunError('timeLimit', slower(stuck, timeLimitMs)) : stuck;
    });
    const { failure } = result;
    if (failure === null) return result;
    return { ...result, failure: { ...failure, message: endless(handler ?? failure.handler, timeLimitMs) } };
  }
}

/** What took longer than the limit then took it earlier: the machine is busy, or the strategy fills the memory. */
function slower({ where: { handler, session } }: StuckError, ms: number): string {
  const at = session === null ? '' : ` after session ${session}`;
  return `${endless(handler ?? 'a handler', ms)}; run again up to there, it was too slow already${at}: nothing is kept of it`;
}

function endless(handler: string, ms: number): string {
  return `${handler} did not return within ${ms / 1000} s and was ended: look for a loop without an end, or give it more time`;
}
