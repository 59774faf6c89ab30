import { setTimeout as wait } from 'node:timers/promises';
import type { ReadSide } from '@streakline/projections';
import { claimNext } from './claim';
import { runClaim, type StudyLog } from './run-claim';
import type { StudyJobs } from './study-jobs';
import type { StudyKind } from './study-kind';

/** Covers studies asked for in, or left behind by, other processes. */
const LOOK_AGAIN_MS = 1_000;
/** Side by side in one process: a short one need not wait for a long one. */
const LANES = 2;

export interface StudyWorkerOptions {
  readonly jobs: StudyJobs;
  readonly readSide: ReadSide;
  readonly kinds: readonly StudyKind[];
  readonly log: StudyLog;
  /** Only this study; default: whatever waits. */
  readonly only?: string;
}

/** Runs studies, those of other processes that died too, until it is stopped. Any number may run, in any processes. */
export class StudyWorker {
  private readonly stopping = new AbortController();
  private lanes: Promise<unknown> = Promise.resolve();
  private wake = new AbortController();
  private unlisten: () => void = () => undefined;

  constructor(private readonly options: StudyWorkerOptions) {}

  start(): void {
    this.unlisten = this.options.jobs.onChange(() => this.lookNow());
    this.lanes = Promise.all(Array.from({ length: LANES }, () => this.lane()));
  }

  /** Leaves what it runs to others; resolves when nothing of it goes on. */
  async stop(): Promise<void> {
    this.unlisten();
    this.stopping.abort();
    this.lookNow();
    await this.lanes;
  }

  private lookNow(): void {
    this.wake.abort();
    this.wake = new AbortController();
  }

  private async lane(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      // Taken before looking, so that nothing asked for meanwhile is slept over.
      const { signal } = this.wake;
      if (await this.runNext()) continue;
      // Rejects only when it is woken.
      await wait(LOOK_AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Whether there was something to run. A database that is away is looked for again later. */
  private async runNext(): Promise<boolean> {
    const { options, stopping } = this;
    try {
      const names = options.kinds.map(({ name }) => name);
      const claim = await claimNext(options.jobs.pool, names, options.only);
      if (claim === undefined) return false;
      await runClaim(claim, options, stopping.signal);
      return true;
    } catch (err) {
      options.log.error({ err }, 'studies could not be run; trying again');
      return false;
    }
  }
}
