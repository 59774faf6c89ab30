import { join } from 'node:path';
import { spawnTypeScript } from '@streakline/testing';
import { claimNext } from './claim';
import { openStudyOffice, type StudyOffice } from '../../test/study-office';

const PROCESS = join(__dirname, '../../test/worker-process.ts');

describe('a process that is killed while it runs a study', () => {
  let office: StudyOffice;
  beforeEach(async () => {
    office = await openStudyOffice();
  });
  afterEach(() => office.close());

  it('leaves it to another, which runs it from the beginning and finishes', async () => {
    await office.record();
    const { id } = await office.ask({ to: 100 });
    const doomed = spawnTypeScript(PROCESS, [office.made.url]);
    expect(await doomed.nextLine()).toBe('at 3');
    // While that one lives, nobody takes it away.
    expect(await claimNext(office.pool, ['counting'])).toBeUndefined();
    await doomed.kill();
    await office.record();
    office.start();
    await office.reaches(id, 'done');
    expect(await office.jobs.resultOf(id)).toEqual({ sum: 5_050, events: 1 });
  }, 60_000);
});
