import {
  manifestOf,
  NotReproducibleError,
  RunError,
  type RunManifest,
  runIdOf,
  type RunStore,
  type StrategyCode,
} from '@streakline/backtests';
import type { EventLog, EventLogConsumer, LogRecord, TopicSettings } from '@streakline/event-log';
import { LaggingError } from '@streakline/projections';
import { runTrial } from '../running/run-trial';
import type { SweepStore } from '../store/sweep-store';
import { SweepError } from '../sweep-error';
import { type Job, jobOf } from './job';
import type { MarketShelf } from './market-shelf';

export interface WorkerParts {
  readonly eventLog: EventLog;
  readonly topic: TopicSettings;
  readonly group: string;
  readonly runs: RunStore;
  readonly sweeps: SweepStore;
  readonly shelf: MarketShelf;
  /** Strategies of this machine. */
  readonly strategies: readonly StrategyCode[];
  /** What became of each job, for people. */
  readonly onJob?: (told: JobTold) => void;
}

export interface JobTold {
  /** Null where the record is no job. */
  readonly runId: string | null;
  readonly outcome: 'kept' | 'keptBefore' | 'refused' | 'unreadable';
  readonly message: string;
}

/** Jobs in hand are few, so that those of a worker that is lost are soon another's. */
const BYTES_A_FETCH = 32 * 1024;

/**
 * Joins the workers and takes jobs until it is stopped. A job is at least once somebody's: whoever takes one that has ended
 * already passes it over, and two that run it at once keep one run. What cannot be run here is refused with its reason, which
 * the sweep that waits for it tells; a record that is no job stops nothing.
 */
export async function startWorker(parts: WorkerParts, stop: AbortSignal): Promise<EventLogConsumer> {
  return parts.eventLog.consume({
    group: parts.group,
    topics: [parts.topic.name],
    maxBytesPerPartition: BYTES_A_FETCH,
    eachBatch: async ({ records }, control) => {
      for (const record of records) {
        if (stop.aborted || control.isStale()) throw new Stopped();
        parts.onJob?.(await workOn(parts, record, stop));
        await control.heartbeat();
      }
    },
  });
}

/** The rest of a batch is left to whoever is next. */
class Stopped extends Error {}

async function workOn(parts: WorkerParts, record: LogRecord, stop: AbortSignal): Promise<JobTold> {
  const { sweeps, runs, shelf } = parts;
  const job = readable(record);
  if (job instanceof SweepError) return { runId: null, outcome: 'unreadable', message: job.message };
  const { runId, manifest, withResult } = job;
  if (await isKept(job, sweeps)) return { runId, outcome: 'keptBefore', message: 'had been run before' };
  try {
    const code = codeFor(manifest, parts.strategies);
    await shelf.use(manifest, ({ threads, data }) =>
      runTrial({ threads, runs, sweeps, data }, { code, manifest, withResult }, stop),
    );
  } catch (error) {
    if (!isAboutTheJob(error)) throw error;
    await sweeps.refuse(runId, error.message);
  }
  const refusal = (await sweeps.refusals([runId])).get(runId);
  return refusal === undefined
    ? { runId, outcome: 'kept', message: `${manifest.strategy} ${JSON.stringify(manifest.params)}` }
    : { runId, outcome: 'refused', message: refusal };
}

/** It would fail again wherever it is tried next, and must not stop the jobs behind it. */
function isAboutTheJob(error: unknown): error is Error {
  return [RunError, SweepError, NotReproducibleError, LaggingError].some((kind) => error instanceof kind);
}

function readable(record: LogRecord): Job | SweepError {
  try {
    return jobOf(record);
  } catch (error) {
    if (error instanceof SweepError) return error;
    throw error;
  }
}

async function isKept({ runId, withResult }: Job, sweeps: SweepStore): Promise<boolean> {
  const [finished] = await sweeps.finished([runId]);
  if (finished === undefined || finished.endedForTime) return false;
  return !withResult || (await sweeps.withResult([runId])).length > 0;
}

/** The very code that the job is of, and the versions that would give its result. */
function codeFor(manifest: RunManifest, strategies: readonly StrategyCode[]): StrategyCode {
  const code = strategies.find(({ codeHash, name }) => codeHash === manifest.codeHash && name === manifest.strategy);
  if (code === undefined) {
    throw new SweepError(
      'otherCode',
      `A worker has no ${manifest.strategy} with code ${manifest.codeHash.slice(0, 12)} in its folder of strategies: put ` +
        'the file that the sweep runs there, and start it again.',
    );
  }
  const mine = manifestOf(code, manifest, manifest);
  if (runIdOf(mine) === runIdOf(manifest)) return code;
  throw new SweepError(
    'otherCode',
    `A worker runs other versions (${JSON.stringify(mine.versions)}) than the sweep (${JSON.stringify(manifest.versions)}): ` +
      'give all machines the same streakline.',
  );
}
