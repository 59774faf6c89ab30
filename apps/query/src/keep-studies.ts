import type { BacktestDesk } from '@streakline/backtests';
import type { Log } from '@streakline/observability';
import type { ReadSide } from '@streakline/projections';
import type { Teardown } from '@streakline/service';
import { StudyJobs, studyKinds, StudyWorker } from '@streakline/studies';
import type { Pool } from 'pg';

export interface StudiesOptions {
  readonly pool: Pool;
  readonly readSide: ReadSide;
  readonly log: Log;
  readonly teardown: Teardown;
  /** Whose strategies are run, as jobs beside studies. */
  readonly backtests: BacktestDesk;
  /** Whether this process runs studies, or only takes them in and shows them. */
  readonly runStudies: boolean;
  /** Where it runs studies: the only one, as soon as its id is known, and none before. Left out: whatever waits. */
  readonly onlyStudy?: Promise<string> | undefined;
}

/** What a process needs to be asked for studies and backtests; runs them too, unless others are to do that. */
export function keepStudies({ runStudies, onlyStudy, ...parts }: StudiesOptions): StudyJobs {
  const jobs = new StudyJobs(parts.pool);
  if (!runStudies) return jobs;
  if (onlyStudy === undefined) startWorker(jobs, parts);
  // Never known where asking failed: then there is nothing to run.
  else void onlyStudy.then((only) => startWorker(jobs, parts, only));
  return jobs;
}

type WorkerParts = Omit<StudiesOptions, 'runStudies' | 'onlyStudy'>;

function startWorker(jobs: StudyJobs, { readSide, log, teardown, backtests }: WorkerParts, only?: string): void {
  const kinds = [...studyKinds, backtests.kind];
  const worker = new StudyWorker({ jobs, readSide, kinds, log, ...(only !== undefined && { only }) });
  teardown.add('studies', () => worker.stop());
  worker.start();
}
