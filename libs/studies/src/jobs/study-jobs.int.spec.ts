import { isRefusal } from '@streakline/event-store';
import { openStudyOffice, type StudyOffice } from '../../test/study-office';

const question = (to: number) => ({ kind: 'counting', request: { to, label: 'plain' }, position: 0 });

describe('asking for studies', () => {
  let office: StudyOffice;
  beforeAll(async () => {
    office = await openStudyOffice();
  });
  afterAll(() => office.close());

  it('is taken once of many who ask the same at once', async () => {
    const asked = await Promise.all(Array.from({ length: 8 }, () => office.jobs.ask(question(1))));
    const said = asked.map((each) => (isRefusal(each) ? each.code : each.said));
    expect(said.filter((each) => each === 'now')).toHaveLength(1);
    expect(said.filter((each) => each === 'before')).toHaveLength(7);
    expect(await office.jobs.list({ kind: 'counting', limit: 10 })).toHaveLength(1);
  });

  it('goes to one of those who use one Idempotency-Key for different things, and leaves nothing of the others', async () => {
    const before = (await office.jobs.list({ kind: 'counting', limit: 100 })).length;
    const asked = await Promise.all(
      [11, 12, 13, 14].map((to) => office.jobs.ask(question(to), { key: 'one', fingerprint: `to ${to}` })),
    );
    const refused = asked.filter(isRefusal);
    expect(refused.map(({ code }) => code)).toEqual(Array(3).fill('idempotencyKeyReused'));
    expect(await office.jobs.list({ kind: 'counting', limit: 100 })).toHaveLength(before + 1);
  });

  it('answers a repeated request as the first time, also where the position has moved on since', async () => {
    const idempotency = { key: 'two', fingerprint: 'the same' };
    const first = await office.jobs.ask(question(21), idempotency);
    const again = await office.jobs.ask({ ...question(21), position: 5 }, idempotency);
    if (isRefusal(first) || isRefusal(again)) throw new Error('It was refused.');
    expect(again).toEqual({ said: 'before', study: first.study });
  });

  it('lists what was asked, the newest first, by state and page by page', async () => {
    for (const to of [31, 32, 33]) await office.jobs.ask({ ...question(to), kind: 'listed' });
    const all = await office.jobs.list({ kind: 'listed', limit: 10 });
    expect(all.map(({ request }) => request)).toMatchObject([{ to: 33 }, { to: 32 }, { to: 31 }]);
    await office.jobs.cancel(all[1]?.id ?? '');
    const waiting = await office.jobs.list({ kind: 'listed', state: 'queued', limit: 10 });
    expect(waiting.map(({ request }) => request)).toMatchObject([{ to: 33 }, { to: 31 }]);
    expect(await office.jobs.list({ kind: 'listed', beforeSeq: all[1]?.seq, limit: 10 })).toEqual([all[2]]);
  });
});
