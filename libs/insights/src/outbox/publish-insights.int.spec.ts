import { createTestStore, type TestStore } from '@streakline/testing';
import type { RecordedEvent } from '@streakline/events';
import { ACME, bars, closeOf, DAY, dossierOf, listing, recorded, revision, SESSIONS } from '../../test/told';
import { insightsDue } from '../due/insights-due';
import { insightSchema } from '../insight/published-insight';
import { insightsMigrations } from './outbox-migrations';
import { publishInsights } from './publish-insights';
import { publishedFrom, STORED_COLUMNS, type StoredInsight } from './stored-insight';

const [MON, TUE, WED, THU] = SESSIONS as [string, string, string, string];

describe('the outbox of insights', () => {
  let made: TestStore;
  const told: RecordedEvent[] = [];
  beforeAll(async () => {
    made = await createTestStore({ migrations: insightsMigrations });
  });
  beforeEach(async () => {
    told.splice(0);
    await made.database.pool.query('TRUNCATE insights.outbox');
  });
  afterAll(() => made.dispose());

  const publish = async (...events: readonly RecordedEvent[]) => {
    const due = insightsDue(dossierOf(told), events);
    const client = await made.database.pool.connect();
    await publishInsights(client, due === null ? [] : [due]);
    client.release();
  };
  const tell = async (...events: readonly RecordedEvent[]) => {
    told.push(...events);
    await publish(...events);
  };
  const rows = async () => {
    const { rows: stored } = await made.database.pool.query<StoredInsight>(
      `SELECT ${STORED_COLUMNS} FROM insights.outbox ORDER BY outbox.seq`,
    );
    return stored;
  };
  const lines = async () =>
    (await rows()).map(
      ({ kind, session, revision: number, withdrawn }) =>
        `${kind} ${session} ${number}${withdrawn ? ' withdrawn' : ''}`,
    );
  const week = () => tell(recorded(listing(), 1), recorded(bars([MON, TUE, WED], [10, 9, 8]), 2));
  const wednesdayRevised = (close: number, position: number) =>
    tell(recorded(revision(WED, close, closeOf(WED) + position * 1000), position));

  it('takes what was never told, in its order, as its schema says', async () => {
    await week();
    expect(await lines()).toEqual([`runBegan ${TUE} 1`, `runExtended ${WED} 1`]);
    const [first, second] = await rows();
    expect(first).toMatchObject({ instrumentId: ACME, corrects: null, position: 2, withdrawn: false });
    expect(second?.knownAt.getTime()).toBe(closeOf(WED));
    for (const stored of await rows())
      expect(insightSchema.parse(publishedFrom(stored))).toEqual(publishedFrom(stored));
  });

  it('gives ids that are UUIDs of version 5, the same wherever it is told', async () => {
    await week();
    const before = await rows();
    for (const { id } of before)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    await made.database.pool.query('TRUNCATE insights.outbox');
    await publish(...told);
    expect((await rows()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  it('takes nothing when the same is told again', async () => {
    await week();
    const before = await rows();
    await publish(...told);
    await publish(...told.slice(0, 1));
    expect(await rows()).toEqual(before);
  });

  it('takes a revision that names what it corrects where a figure is another', async () => {
    await week();
    await wednesdayRevised(8.5, 3);
    expect(await lines()).toEqual([`runBegan ${TUE} 1`, `runExtended ${WED} 1`, `runExtended ${WED} 2`]);
    const [, first, second] = await rows();
    expect(second).toMatchObject({ corrects: first?.id, position: 3, data: { run: { endClose: 8.5 } } });
    expect(second?.knownAt.getTime()).toBe(closeOf(WED) + 3000);
  });

  it('takes a withdrawal where it is no longer true, and a further revision where it is again', async () => {
    await week();
    await wednesdayRevised(9, 3);
    await wednesdayRevised(8, 4);
    expect(await lines()).toEqual([
      `runBegan ${TUE} 1`,
      `runExtended ${WED} 1`,
      `runEnded ${WED} 1`,
      `runExtended ${WED} 2 withdrawn`,
      `runExtended ${WED} 3`,
      `runEnded ${WED} 2 withdrawn`,
    ]);
    const [, told1, ended1, told2, told3, ended2] = await rows();
    expect([told2?.corrects, told3?.corrects, ended2?.corrects]).toEqual([told1?.id, told2?.id, ended1?.id]);
    expect(told2?.data).toEqual(told1?.data);
    expect(told2?.knownAt.getTime()).toBe(closeOf(WED) + 3000);
  });

  it('takes nothing of a session that closed longer ago than seven days, be it new or revised', async () => {
    await week();
    const before = await rows();
    await tell(recorded(revision(TUE, 11, closeOf(WED) + 8 * DAY), 3));
    expect(await rows()).toEqual(before);
    await tell(recorded(bars([THU], [7]), 4, closeOf(THU) + 8 * DAY));
    expect(await rows()).toEqual(before);
  });

  it('tells who listens when it took something, and only then', async () => {
    const listener = await made.database.pool.connect();
    let heard = 0;
    listener.on('notification', () => (heard += 1));
    await listener.query('LISTEN streakline_insights');
    await week();
    await publish(...told);
    await wednesdayRevised(8.5, 3);
    await listener.query('SELECT 1');
    expect(heard).toBe(2);
    listener.release(true);
  });

  it('finds what was told of an instrument by an index', async () => {
    await week();
    await made.database.pool.query(
      `INSERT INTO insights.outbox (id, kind, subject, session, detail, revision, withdrawn, known_at, position, data)
       SELECT gen_random_uuid(), 'runBegan', 'ins_' || n, '2026-01-05', '', 1, false, now(), n, '{}' FROM generate_series(1, 20000) AS n`,
    );
    await made.database.pool.query('ANALYZE insights.outbox');
    const { rows: plan } = await made.database.pool.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT * FROM unnest(ARRAY['${ACME}'], ARRAY['2026-01-05'::date]) AS settled (subject, from_session)
         JOIN insights.outbox AS o ON o.subject = settled.subject AND o.session >= settled.from_session`,
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toMatch(/Index Scan/);
  });
});
