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
  /** Whether this process runs studies, or only takes them in and shows them. */
  readonly runStudies: boolean;
}

/** What a process needs to be asked for studies; runs them too, unless others are to do that. */
export function keepStudies({ pool, readSide, log, teardown, runStudies }: StudiesOptions): StudyJobs {
  const jobs = new StudyJobs(pool);
  if (!runStudies) return jobs;
  const worker = new StudyWorker({ jobs, readSide, kinds: studyKinds, log });
  teardown.add('studies', () => worker.stop());
  worker.start();
  return jobs;
}
