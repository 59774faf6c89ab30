import { Worker } from 'node:worker_threads';
import type { BacktestResult, BacktestSettings, DataLint } from '@streakline/backtest';
import type { SharedMarket } from '../market/shared-market';
import { RunError, type RunErrorCode } from '../run-error';
import { LINT, type RunAnswer, type RunJob, type RunRequest, type ThreadData } from './run-job';
import { threadFile } from './thread-file';
import { Watch, type WatchedRun } from './watch';

export interface RunProgress {
  readonly phase: 'opening' | 'replaying';
  /** Sessions. */
  readonly done: number;
  readonly total: number;
}

export interface RunOptions {
  /** Its reason is what the run rejects with; the thread is ended. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: RunProgress) => void) | undefined;
}

/** A call of the strategy did not return in time, and the thread was ended with it. */
export class StuckError extends Error {
  override readonly name = 'StuckError';

  constructor(readonly where: WatchedRun) {
    super('The strategy did not return in time.');
  }
}

type Settled = Exclude<RunAnswer, { readonly refused: object }>;

const LOOK_EVERY_MS = 100;

/** One worker thread that runs strategies on a market, one after the other; started with the first, and anew after an end. */
export class WorkerThread {
  private readonly watch = new Watch();
  private worker: Worker | undefined;

  constructor(private readonly market: SharedMarket) {}

  /**
   * @throws RunError where it cannot be run
   * @throws StuckError where the strategy does not come back
   */
  async run(request: RunRequest, options: RunOptions): Promise<BacktestResult> {
    const answer = await this.ask(request, options);
    if ('result' in answer) return answer.result;
    throw new Error('A thread that was asked for a run answered something else.');
  }

  /**
   * The resolved settings of a job.
   *
   * @throws RunError where they cannot be
   */
  async settle(job: RunJob, options: RunOptions): Promise<BacktestSettings> {
    const answer = await this.ask({ job, timeLimitMs: Infinity, settingsOnly: true }, options);
    if ('settings' in answer) return answer.settings;
    throw new Error('A thread that was asked for settings answered something else.');
  }

  /** What the market's data is found to be, without a replay. */
  async lint(options: RunOptions): Promise<DataLint> {
    const answer = await this.ask(LINT, options);
    if ('lint' in answer) return answer.lint;
    throw new Error('A thread that was asked to lint answered something else.');
  }

  private async ask(request: RunRequest | typeof LINT, { signal, onProgress }: RunOptions): Promise<Settled> {
    signal?.throwIfAborted();
    this.watch.reset(0);
    const worker = (this.worker ??= this.start());
    const done = new AbortController();
    try {
      worker.postMessage(request);
      const answer = await Promise.race([
        this.answerOf(worker, done.signal),
        this.stuck(request === LINT ? Infinity : request.timeLimitMs, done.signal, onProgress),
        aborted(signal, done.signal),
      ]);
      if (!('refused' in answer)) return answer;
      throw new RunError(answer.refused.code as RunErrorCode, answer.refused.message);
    } catch (error) {
      if (!(error instanceof RunError)) await this.close();
      throw error;
    } finally {
      done.abort();
    }
  }

  /** Ends the thread, and whatever it runs. */
  async close(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }

  private start(): Worker {
    const { file, execArgv } = threadFile();
    const workerData: ThreadData = { market: this.market, watch: this.watch.buffer };
    // An environment of its own, and an empty one: nothing of the machine's reaches a run by it.
    const worker = new Worker(file, { workerData, execArgv: [...execArgv], env: {} });
    // Whoever waits for its answer is told; where nobody waits, its end is found by the next run.
    worker.on('error', () => (this.worker = undefined));
    return worker;
  }

  private answerOf(worker: Worker, done: AbortSignal): Promise<RunAnswer> {
    return new Promise((resolve, reject) => {
      const onError = (error: unknown) => reject(isOutOfMemory(error) ? outOfMemory(error) : asError(error));
      const onExit = () => reject(new Error('The thread was ended before it answered.'));
      worker.once('message', resolve).once('error', onError).once('exit', onExit);
      done.addEventListener('abort', () => {
        worker.off('message', resolve).off('error', onError).off('exit', onExit);
      });
    });
  }

  /** Rejects when the run has not moved for the time limit. */
  private stuck(timeLimitMs: number, done: AbortSignal, onProgress: RunOptions['onProgress']): Promise<never> {
    return new Promise((_, reject) => {
      let moved = { at: performance.now(), mark: '' };
      const timer = setInterval(() => {
        const where = this.watch.look();
        const mark = `${where.call} ${where.sessionsDone} ${where.inState}`;
        const isOurs = where.call >= 0 || where.inState;
        if (mark !== moved.mark || !isOurs) moved = { at: performance.now(), mark };
        else if (performance.now() - moved.at >= timeLimitMs) reject(new StuckError(where));
        onProgress?.({
          phase: where.sessionsTotal === 0 ? 'opening' : 'replaying',
          done: where.sessionsDone,
          total: where.sessionsTotal,
        });
      }, LOOK_EVERY_MS);
      done.addEventListener('abort', () => clearInterval(timer));
    });
  }
}

function aborted(signal: AbortSignal | undefined, done: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(asError(signal.reason)), { signal: done });
  });
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function outOfMemory(cause: unknown): RunError {
  return new RunError(
    'outOfMemory',
    'the thread of the run has used up its memory: keep less in the strategy, choose a smaller universe, or give node more by NODE_OPTIONS=--max-old-space-size=8192',
    { cause },
  );
}
