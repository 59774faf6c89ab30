import { type RunManifest, runIdOf } from '@streakline/backtests';
import type { LogRecord, OutgoingRecord } from '@streakline/event-log';
import { z } from 'zod';
import type { Trial } from '../plan/trial';
import { SweepError } from '../sweep-error';

/** One run asked of the workers: no code, which each worker has of its own folder, and finds by the manifest's hash. */
export interface Job {
  readonly runId: string;
  readonly manifest: RunManifest;
  /** Whether the whole result is kept, or its figures alone. */
  readonly withResult: boolean;
}

export const JOB_TYPE = 'streakline.backtest-job.v1';

const jobSchema = z.object({
  runId: z.string().regex(/^run_[0-9a-f]{32}$/),
  withResult: z.boolean(),
  // What it holds is proven by the id, which is its hash.
  manifest: z.looseObject({
    strategy: z.string(),
    codeHash: z.string(),
    params: z.record(z.string(), z.union([z.number(), z.boolean(), z.string()])),
    settings: z.looseObject({ from: z.string(), to: z.string() }),
    position: z.int().nonnegative(),
    factsHash: z.string(),
  }),
});

/** A job as a record: JSON, its key the run's id, which makes a job that comes twice one run. */
export function recordOf({ runId, manifest, part }: Trial, partition: number): OutgoingRecord {
  const job: Job = { runId, manifest, withResult: part === 'test' };
  return { partition, key: runId, value: JSON.stringify(job), headers: { ce_type: JOB_TYPE } };
}

/** @throws SweepError `badJob` */
export function jobOf({ value, offset }: Pick<LogRecord, 'value' | 'offset'>): Job {
  const parsed = jobSchema.safeParse(parsedJson(value));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw bad(offset, `${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'unreadable'}`);
  }
  // The schema has looked at what is used before the hash vouches for the rest.
  const job = parsed.data as unknown as Job;
  if (runIdOf(job.manifest) !== job.runId) throw bad(offset, `its manifest is not that of ${job.runId}`);
  return job;
}

function parsedJson(value: Buffer | null): unknown {
  try {
    return JSON.parse(value?.toString() ?? 'null');
  } catch {
    return undefined;
  }
}

function bad(offset: number, why: string): SweepError {
  return new SweepError('badJob', `The record at offset ${offset} is no backtest job (${why}): it is passed over.`);
}
