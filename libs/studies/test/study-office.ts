import { openDatabase } from '@streakline/database';
import { isRefusal } from '@streakline/event-store';
import { PostgresEventStore } from '@streakline/event-store';
import { Projector, projectionsMigrations, ReadSide } from '@streakline/projections';
import { addAmount, createTestStore, tallyProjection, until } from '@streakline/testing';
import { studiesMigrations } from '../src/jobs/studies-tables';
import { StudyJobs } from '../src/jobs/study-jobs';
import type { StudyKind } from '../src/jobs/study-kind';
import type { StudyRecord, StudyState } from '../src/jobs/study-record';
import { StudyWorker } from '../src/jobs/study-worker';
import { StudyDesk } from '../src/routes/study-desk';
import { countingKind, type CountingRequest } from './counting-kind';

/** A store, a projection of it, and studies asked for at their desk: workers are started as a spec likes. */
export type StudyOffice = Awaited<ReturnType<typeof openStudyOffice>>;

export async function openStudyOffice() {
  const made = await createTestStore({ migrations: [...projectionsMigrations, ...studiesMigrations] });
  const { store, database } = made;
  const { pool } = database;
  const projector = new Projector({ pool, store, projection: tallyProjection() });
  await projector.start();
  const readSide = new ReadSide({ pool, store, projection: 'tally', waitMs: 50 });
  const jobs = new StudyJobs(pool);
  const desk = new StudyDesk(jobs, readSide);
  const workers: StudyWorker[] = [];
  const logged: object[] = [];
  const find = async (id: string) => {
    const study = await jobs.find(id);
    if (study === undefined) throw new Error(`No study ${id}.`);
    return study;
  };
  return {
    ...{ made, pool, jobs, desk, readSide, logged, find },
    /** Records an event, seen by the read side when this resolves. */
    async record(): Promise<number> {
      const position = await addAmount(store, ['a'], 1);
      await projector.waitUntil(position);
      return position;
    },
    async ask(request: Partial<CountingRequest> & { to: number; position?: number }): Promise<StudyRecord> {
      const asked = await desk.ask(countingKind(), { label: 'plain', ...request }, {});
      if (isRefusal(asked)) throw new Error(asked.detail);
      return asked.study;
    },
    start(kind: StudyKind = countingKind()): StudyWorker {
      const log = { info: () => undefined, error: (fields: object) => void logged.push(fields) };
      const worker = new StudyWorker({ jobs, readSide, kinds: [kind], log });
      workers.push(worker);
      worker.start();
      return worker;
    },
    async reaches(id: string, state: StudyState): Promise<StudyRecord> {
      await until(`study ${id} is ${state}`, async () => (await find(id)).state === state);
      return find(id);
    },
    async close(): Promise<void> {
      await Promise.all(workers.map((worker) => worker.stop()));
      await projector.stop();
      await made.dispose();
    },
  };
}

/** For a process of its own on the same database. */
export async function startWorkerOn(url: string, kind: StudyKind): Promise<void> {
  const { pool } = await openDatabase({ url, migrations: [], poolSize: 8 });
  const readSide = new ReadSide({ pool, store: new PostgresEventStore(pool), projection: 'tally' });
  const log = { info: () => undefined, error: (fields: object) => void process.stderr.write(JSON.stringify(fields)) };
  new StudyWorker({ jobs: new StudyJobs(pool), readSide, kinds: [kind], log }).start();
}
