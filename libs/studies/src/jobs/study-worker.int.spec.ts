import { until } from '@streakline/testing';
import { claimNext, giveBack, writeFailure, writeProgress } from './claim';
import { readRows, storeOutcome } from './outcome';
import { countingKind } from '../../test/counting-kind';
import { openStudyOffice, type StudyOffice } from '../../test/study-office';

function* forEver(): Generator<object, void, void> {
  for (;;) yield {};
}

describe('studies that are run as jobs', () => {
  let office: StudyOffice;
  beforeEach(async () => {
    office = await openStudyOffice();
  });
  afterEach(() => office.close());

  it('are done at the position at which they were asked for, whatever was recorded before they ran', async () => {
    await office.record();
    const asked = await office.ask({ to: 3 });
    await office.record();
    office.start();
    const study = await office.reaches(asked.id, 'done');
    expect(asked).toMatchObject({ state: 'queued', position: 1, projectionVersion: null, startedAt: null });
    expect(study).toMatchObject({ position: 1, projectionVersion: 1, progress: null, failure: null });
    expect(await office.jobs.resultOf(asked.id)).toEqual({ sum: 6, events: 1 });
    expect(await rowsOf(asked.id)).toEqual([
      { place: 0, row: { n: 1, even: false } },
      { place: 1, row: { n: 2, even: true } },
      { place: 2, row: { n: 3, even: false } },
    ]);
  });

  it('keep any number of rows, and give those that follow a place', async () => {
    const { id } = await office.ask({ to: 1_003 });
    office.start();
    await office.reaches(id, 'done');
    const all = await rowsOf(id);
    expect(all).toHaveLength(1_003);
    expect(all.map(({ place }) => place)).toEqual(Array.from({ length: 1_003 }, (_, place) => place));
    expect(await rowsOf(id, 399)).toEqual(all.slice(399));
    expect(await rowsOf(id, 1_003)).toEqual([]);
  });

  it('tell how far they are, and leave others their turn at every step', async () => {
    const { id } = await office.ask({ to: 9 });
    let seen: string | undefined;
    // It ends when somebody else has seen its progress in the database.
    office.start(countingKind({ until: () => seen === undefined }));
    while (seen === undefined) seen = (await office.find(id)).progress?.phase;
    expect(seen).toBe('counting');
    await office.reaches(id, 'done');
  });

  it('can be cancelled while their rows are stored, and leave none of them', async () => {
    const { id } = await office.ask({ to: 1 });
    const endless = countingKind();
    const storing = office.start({
      ...endless,
      *compute() {
        yield { phase: 'counting', done: 1, total: 1 };
        return { result: {}, rows: forEver() };
      },
    });
    await until('it stores its rows', async () => (await office.find(id)).progress?.phase === 'storing');
    await office.jobs.cancel(id);
    await storing.stop();
    expect((await office.find(id)).state).toBe('cancelled');
    expect(await rowsOf(id)).toEqual([]);
  });

  it('stop soon after they are cancelled, and can be asked for once more', async () => {
    const { id } = await office.ask({ to: 5 });
    const stuck = office.start(countingKind({ until: () => true }));
    await office.reaches(id, 'running');
    expect(await office.jobs.cancel(id)).toMatchObject({ state: 'cancelled', progress: null });
    // Resolves when its generator was left.
    await stuck.stop();
    expect((await office.find(id)).state).toBe('cancelled');
    expect(await office.ask({ to: 5 })).toMatchObject({ id, state: 'queued', finishedAt: null });
    office.start();
    await office.reaches(id, 'done');
  });

  it('are left to others by a process that stops, from the beginning', async () => {
    const { id } = await office.ask({ to: 4 });
    const first = office.start(countingKind({ until: () => true }));
    await office.reaches(id, 'running');
    await first.stop();
    expect(await office.find(id)).toMatchObject({ state: 'queued', progress: null, startedAt: null });
    office.start();
    await office.reaches(id, 'done');
    expect(await office.jobs.resultOf(id)).toEqual({ sum: 10, events: 0 });
  });

  it('fail with the refusal of their kind', async () => {
    const { id } = await office.ask({ to: 1, label: 'refused' });
    office.start();
    const { failure } = await office.reaches(id, 'failed');
    expect(failure).toEqual({ code: 'nothingToCount', detail: 'There is nothing to count.', errors: [] });
  });

  it('fail without a word of the inside where nobody expected it, and the log has the error', async () => {
    const { id } = await office.ask({ to: 1 });
    const error = new Error('at /srv/secret.ts');
    const atStep = () => {
      throw error;
    };
    office.start(countingKind({ atStep }));
    const { failure } = await office.reaches(id, 'failed');
    expect(failure).toMatchObject({ code: 'internalError' });
    expect(JSON.stringify(failure)).not.toContain('secret');
    expect(office.logged).toEqual([{ studyId: id, kind: 'counting', err: error }]);
  });

  it('are run by one at a time, however many look for work', async () => {
    const ids = [];
    for (let to = 1; to <= 8; to += 1) ids.push((await office.ask({ to })).id);
    const begun: number[] = [];
    const beforeGathering = ({ to }: { to: number }) => Promise.resolve(void begun.push(to));
    for (let workers = 0; workers < 3; workers += 1) office.start(countingKind({ beforeGathering }));
    for (const id of ids) await office.reaches(id, 'done');
    expect(begun.sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('write nothing any more once their lock is lost, and whoever has it finishes', async () => {
    const { id } = await office.ask({ to: 2 });
    const mine = await claimNext(office.pool, ['counting']);
    await loseLocks();
    await mine?.lock.lost;
    const theirs = await claimNext(office.pool, ['counting']);
    if (mine === undefined || theirs === undefined) throw new Error('Both took it up.');
    expect([mine.epoch, theirs.epoch]).toEqual([1, 2]);
    const before = await office.pool.query('SELECT * FROM studies.jobs');
    expect(await writeProgress(office.pool, mine, { phase: 'counting', done: 1, total: 2 })).toBe(false);
    const outcome = { result: { sum: -1 }, rows: [{ n: -1 }] };
    expect(await storeOutcome(office.pool, mine, outcome, 1, () => Promise.resolve())).toBe(false);
    await giveBack(office.pool, mine, 0);
    await writeFailure(office.pool, mine, { code: 'stale', detail: 'Of a process that lost it.', errors: [] });
    const after = await office.pool.query('SELECT * FROM studies.jobs');
    expect(after.rows).toEqual(before.rows);
    expect(await rowsOf(id)).toEqual([]);
    await theirs.lock.release();
    office.start();
    await office.reaches(id, 'done');
    expect(await office.jobs.resultOf(id)).toEqual({ sum: 3, events: 0 });
    await mine.lock.release();
  });

  it('are run again, and held for no crash, where their lock is lost while the process lives', async () => {
    const { id } = await office.ask({ to: 3 });
    let times = 0;
    let lost = false;
    const beforeGathering = async () => {
      times += 1;
      if (lost) return;
      lost = true;
      await loseLocks();
    };
    office.start(countingKind({ beforeGathering, until: (n) => n <= 3 || times === 1 }));
    await office.reaches(id, 'done');
    const { rows } = await office.pool.query('SELECT crashes FROM studies.jobs WHERE study_id = $1', [id]);
    expect([times, rows]).toEqual([2, [{ crashes: 0 }]]);
  });

  it('that wait are taken up before those that a process left behind', async () => {
    const left = await office.ask({ to: 1 });
    await (await claimNext(office.pool, ['counting']))?.lock.release();
    const waiting = await office.ask({ to: 2 });
    const first = await claimNext(office.pool, ['counting']);
    const second = await claimNext(office.pool, ['counting']);
    expect([first?.study.id, second?.study.id]).toEqual([waiting.id, left.id]);
    await office.ask({ to: 3 });
    expect(await office.jobs.underWay()).toEqual({ waiting: 1, running: 2 });
    await Promise.all([first?.lock.release(), second?.lock.release()]);
  });

  it('are given up when three processes have ended while they ran them', async () => {
    const { id } = await office.ask({ to: 2 });
    for (let died = 0; died < 3; died += 1) await (await claimNext(office.pool, ['counting']))?.lock.release();
    office.start();
    const { failure } = await office.reaches(id, 'failed');
    expect(failure).toMatchObject({
      code: 'processesEnded',
      detail: expect.stringMatching(/^3 times .* ended, or its database went away/),
    });
    await office.ask({ to: 2 });
    await office.reaches(id, 'done');
  });

  it('wait for read models that are behind the position, as while these are built anew', async () => {
    const position = await office.record();
    const { id } = await office.ask({ to: 2, position });
    await office.pool.query('UPDATE projections.serving SET version = NULL');
    office.start();
    await office.reaches(id, 'running');
    await office.reaches(id, 'queued');
    await office.pool.query('UPDATE projections.serving SET version = 1');
    await office.reaches(id, 'done');
    expect(office.logged).toEqual([]);
  });

  async function rowsOf(id: string, from?: number) {
    const rows = [];
    for await (const row of readRows(office.pool, id, from)) rows.push(row);
    return rows;
  }

  async function loseLocks(): Promise<void> {
    await office.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_locks
        WHERE locktype = 'advisory' AND granted AND pid <> pg_backend_pid()
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
  }
});
