import { setTimeout as wait } from 'node:timers/promises';
import type { BacktestResult, DataLint } from '@streakline/backtest';
import { manifestOf, type RunManifest } from '../manifest/run-manifest';
import { logOf } from '../market/market-in-use';
import type { SharedMarket } from '../market/shared-market';
import { openThreads } from '../running/open-threads';
import type { RunJob } from '../running/run-job';
import { chosenParams } from '../strategies/chosen-params';
import type { StrategyCode } from '../strategies/strategy-code';

export interface StepProgress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}

export interface RanStrategy {
  readonly result: BacktestResult;
  readonly manifest: RunManifest;
  readonly data: DataLint | null;
}

export interface StepsOptions {
  readonly code: StrategyCode;
  readonly market: SharedMarket;
  readonly job: RunJob;
  readonly timeLimitMs?: number | undefined;
}

const TELL_EVERY_MS = 100;

/**
 * One run in a thread of its own, telling how far it is. Left before its end, it ends the thread.
 *
 * @throws RunError where it cannot be run
 */
export async function* runningSteps(options: StepsOptions): AsyncGenerator<StepProgress, RanStrategy, void> {
  const { code, market, job, timeLimitMs } = options;
  const threads = openThreads({ market, ...(timeLimitMs !== undefined && { timeLimitMs }) });
  let progress: StepProgress = { phase: 'opening', done: 0, total: 0 };
  try {
    const running = both(threads.lint(), threads.run(job, { onProgress: (told) => (progress = told) }));
    let ended = false;
    const end = () => void (ended = true);
    running.then(end, end);
    while (!ended) {
      yield progress;
      await Promise.race([wait(TELL_EVERY_MS), running.then(end, end)]);
    }
    const [data, result] = await running;
    const { settings } = result;
    return {
      result,
      data,
      manifest: manifestOf(code, { params: chosenParams(code, job.params), settings }, logOf(market, settings)),
    };
  } finally {
    await threads.close();
  }
}

/** One after the other in the one thread, whichever fails first. */
function both<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  return Promise.all([first, second]);
}
