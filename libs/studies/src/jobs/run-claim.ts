import { isConnectionLoss } from '@streakline/database';
import { isRefusal, type Refusal } from '@streakline/event-store';
import type { StudyProgress } from '@streakline/event-study';
import { LaggingError, type ReadSide } from '@streakline/projections';
import { type Claim, giveBack, writeFailure, writeProgress } from './claim';
import { drive, type StopReason, StudyStopped } from './drive';
import { storeOutcome } from './outcome';
import type { StudyJobs } from './study-jobs';
import type { StudyKind, StudyOutcome } from './study-kind';
import type { StudyFailure } from './study-record';

/** A study during which this many processes ended, or lost their database, is what ends them. */
const MOST_CRASHES = 3;
const PROGRESS_EVERY_MS = 250;
const RETRY_AFTER_MS = 1_000;

/** Where it is told how studies end. */
export interface StudyLog {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface RunParts {
  readonly jobs: StudyJobs;
  readonly readSide: ReadSide;
  readonly kinds: readonly StudyKind[];
  readonly log: StudyLog;
}

/** Runs a study to its end, or until it is cancelled, its lock is lost or the process stops; then lets go of it. */
export async function runClaim(claim: Claim, parts: RunParts, stopping: AbortSignal): Promise<void> {
  const { study, lock } = claim;
  const stop = new AbortController();
  const stopFor = (reason: StopReason) => stop.abort(new StudyStopped(reason));
  const onStopping = () => stopFor('stopping');
  stopping.addEventListener('abort', onStopping);
  if (stopping.aborted) onStopping();
  void lock.lost.then(() => stopFor('lockLost'));
  const fields = { studyId: study.id, kind: study.kind };
  try {
    const end = await new StudyRun(claim, parts, stop).run();
    parts.log.info({ ...fields, end }, 'a study has ended');
  } catch (error) {
    await endOf(error, claim, parts);
  } finally {
    stopping.removeEventListener('abort', onStopping);
    await lock.release();
  }
}

async function endOf(error: unknown, claim: Claim, { jobs, log }: RunParts): Promise<void> {
  const fields = { studyId: claim.study.id, kind: claim.study.kind };
  if (error instanceof StudyStopped) {
    log.info({ ...fields, end: error.reason }, 'a study was stopped');
    // This process lives: it is no crash. Where another has taken the study up meanwhile this changes nothing.
    if (error.reason !== 'cancelled') await giveBack(jobs.pool, claim, 0);
  } else if (error instanceof LaggingError || isConnectionLoss(error)) {
    log.info({ ...fields, err: error }, 'a study is tried again in a moment');
    await giveBack(jobs.pool, claim, RETRY_AFTER_MS);
  } else {
    log.error({ ...fields, err: error }, 'a study failed');
    await writeFailure(jobs.pool, claim, UNEXPECTED);
  }
}

const UNEXPECTED: StudyFailure = {
  code: 'internalError',
  detail: 'It met something unexpected; the log of the process that ran it has the details. Ask for it again.',
  errors: [],
};

class StudyRun {
  private toldAt = performance.now();

  constructor(
    private readonly claim: Claim,
    private readonly parts: RunParts,
    private readonly stop: AbortController,
  ) {}

  async run(): Promise<'done' | 'failed'> {
    const { crashes } = this.claim;
    const computed = crashes < MOST_CRASHES ? await this.compute() : gaveUp(crashes);
    const { pool } = this.parts.jobs;
    if ('failure' in computed) {
      await writeFailure(pool, this.claim, computed.failure);
      return 'failed';
    }
    const { outcome, projectionVersion } = computed;
    const total = outcome.rowCount ?? 0;
    const onChunk = async (done: number) => {
      await this.tell({ phase: 'storing', done, total: Math.max(done, total) });
      this.stop.signal.throwIfAborted();
    };
    if (await storeOutcome(pool, this.claim, outcome, projectionVersion, onChunk)) return 'done';
    throw new StudyStopped('cancelled');
  }

  private async compute(): Promise<Computed> {
    const { study } = this.claim;
    const { kinds, readSide } = this.parts;
    const kind = kinds.find(({ name }) => name === study.kind);
    if (kind === undefined) throw new Error(`No kind of study is called ${study.kind}.`);
    const { request, position } = study;
    const options = { signal: this.stop.signal, onProgress: (progress: StudyProgress) => this.tell(progress) };
    const read = await readSide.read({ minPosition: position }, async (view) => ({
      gathered: await drive(kind.gather(view, request, position), options),
      projectionVersion: view.projectionVersion,
    }));
    if (isRefusal(read.gathered)) return refused(read.gathered);
    const outcome = await drive(kind.compute(read.gathered, request), options);
    return isRefusal(outcome) ? refused(outcome) : { outcome, projectionVersion: read.projectionVersion };
  }

  /** Now and then, and learns by it whether the study is still wanted. */
  private tell(progress: StudyProgress): Promise<void> | undefined {
    const now = performance.now();
    if (now - this.toldAt < PROGRESS_EVERY_MS) return undefined;
    this.toldAt = now;
    return this.write(progress);
  }

  private async write(progress: StudyProgress): Promise<void> {
    const isOurs = await writeProgress(this.parts.jobs.pool, this.claim, progress);
    if (!isOurs) this.stop.abort(new StudyStopped('cancelled'));
  }
}

type Computed =
  | { readonly outcome: StudyOutcome<object, object>; readonly projectionVersion: number }
  | { readonly failure: StudyFailure };

function refused({ code, detail, errors }: Refusal): Computed {
  return { failure: { code, detail, errors } };
}

function gaveUp(crashes: number): Computed {
  const detail = `${crashes} times the process that ran it ended, or its database went away: is there enough memory for it? If the database was away, ask again; otherwise ask for less, or give the process more memory, and ask again.`;
  return { failure: { code: 'processesEnded', detail, errors: [] } };
}
