import { AnnouncementAmended, AnnouncementRetracted, idOf } from '@streakline/events';
import { createTestStore, type TestStore } from '@streakline/testing';
import { readModelsMigrations } from '../dossiers-projection';
import { openRooms, type Rooms } from '../../test/rooms';
import { ACME, announcement, bars, benchmark, INDEX, listing, made } from '../../test/told';
import { ListReactions } from './list-reactions.handler';

const deal = announcement('deal');

describe('reactions to an announcement', () => {
  let store: TestStore;
  let rooms: Rooms;
  beforeAll(async () => {
    store = await createTestStore({ migrations: readModelsMigrations });
    rooms = await openRooms(store.database, store.store);
    await rooms.tell(
      listing(INDEX, 'SPY', 'ARCX'),
      listing(ACME, 'ACME'),
      benchmark(),
      bars(ACME),
      bars(INDEX),
      made(deal),
    );
  });
  afterAll(async () => {
    await rooms.close();
    await store.dispose();
  });
  const ask = (page = { limit: 100 }) => rooms.ask(new ListReactions(deal.id, page));

  it('tell day 0, its return and the streak it ended, beside the benchmark in force', async () => {
    const { data } = await ask();
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      ...{ of: deal.id, instrument: 'XNAS:ACME', benchmark: 'ARCX:SPY', timing: 'preMarket' },
      ...{ baseSession: '2026-01-09', day0: '2026-01-12', relation: 'ended' },
      streak: {
        direction: 'falling',
        start: '2026-01-07',
        end: '2026-01-09',
        length: 3,
        lengthAtBase: 3,
        lengthFromDay0: 0,
      },
      begun: { direction: 'rising', start: '2026-01-12', lengthAtBase: 0 },
    });
    expect(data[0]?.return).toBeCloseTo(96 / 95 - 1, 12);
  });

  it('have no abnormal figures where the estimation window is too short, and say so once', async () => {
    const [reaction] = (await ask()).data;
    expect(reaction).toMatchObject({ abnormalReturn: null, tStatistic: null, model: null });
    expect(reaction?.notes.filter(({ code }) => code === 'shortEstimationWindow')).toHaveLength(1);
    expect(reaction?.windows.map(({ from, to, complete }) => [from, to, complete])).toEqual([
      [0, 0, true],
      [0, 1, true],
      [-1, 1, true],
      [0, 5, true],
      [-5, 5, true],
      [0, 20, false],
      [1, 20, false],
      [2, 60, false],
    ]);
  });

  it('come after the original from its amendments, page by page', async () => {
    const amendment = { id: idOf('amd', [deal.id, 0]), moment: { on: '2026-01-14', timing: 'preMarket' as const } };
    const amended = { ...deal, amendments: [amendment] };
    const data = { announcement: amended, formerInstruments: [], amendmentId: amendment.id };
    await rooms.tell(AnnouncementAmended.create(data, Date.parse('2026-01-14T14:00:00Z')));
    const first = await ask({ limit: 1 });
    expect(first.data.map(({ of }) => of)).toEqual([deal.id]);
    const second = await rooms.ask(new ListReactions(deal.id, { limit: 1, cursor: first.nextCursor ?? '' }));
    expect(second.data.map(({ of, day0 }) => [of, day0])).toEqual([[amendment.id, '2026-01-14']]);
    expect(second.nextCursor).toBeNull();
  });

  it('are none once it is retracted', async () => {
    const retracted = { ...deal, retraction: { reason: 'another company' } };
    const data = { announcement: retracted, formerInstruments: [], reason: 'another company' };
    await rooms.tell(AnnouncementRetracted.create(data));
    expect((await ask()).data).toEqual([]);
    expect(await rooms.refusal(new ListReactions('ann_none', { limit: 1 }))).toBe('unknownAnnouncement');
  });
});
