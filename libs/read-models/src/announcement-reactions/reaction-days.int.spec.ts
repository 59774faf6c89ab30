import { AnnouncementAmended, AnnouncementRetracted, idOf, ShareCountRecorded } from '@streakline/events';
import { createTestStore, type TestStore } from '@streakline/testing';
import { readModelsMigrations } from '../dossiers-projection';
import { openRooms, type Rooms } from '../../test/rooms';
import { ACME, announcement, bars, benchmark, INDEX, listing, made } from '../../test/told';
import { GetReactionDays } from './get-reaction-days.handler';
import { ListReactions } from './list-reactions.handler';

/** Before the open of the 12th: ACME had fallen on the 7th, 8th and 9th, rises on the 12th and rests on the 13th. */
const deal = announcement('deal');
const DAYS = { from: -2, to: 2 };

describe('the days of a reaction', () => {
  let store: TestStore;
  let rooms: Rooms;
  beforeAll(async () => {
    store = await createTestStore({ migrations: readModelsMigrations });
    rooms = await openRooms(store.database, store.store);
    await rooms.tell(
      ...[listing(INDEX, 'SPY', 'ARCX'), listing(ACME, 'ACME'), benchmark(), bars(ACME), bars(INDEX), made(deal)],
      ShareCountRecorded.create({ instrumentId: ACME, countedOn: '2025-12-31', shares: 1_000, filedOn: '2026-01-01' }),
    );
  });
  afterAll(async () => {
    await rooms.close();
    await store.dispose();
  });
  const ask = (options: object = {}, ref = 'XNAS:ACME') =>
    rooms.ask(new GetReactionDays(deal.id, ref, { ...DAYS, ...options }));

  it('come with what the reaction itself says of day 0, the benchmark and the model', async () => {
    const [reaction] = (await rooms.ask(new ListReactions(deal.id, { limit: 1 }))).data;
    const { days: _days, from, to, currency, position, projectionVersion, ...head } = await ask();
    expect(reaction).toMatchObject(head);
    expect([from, to, currency]).toEqual([-2, 2, 'USD']);
    expect([position, projectionVersion]).toEqual([7, 1]);
  });

  it('tell each close, its return, and the run that it belongs to', async () => {
    const { days } = await ask();
    expect(days.map(({ day, session, close, run }) => [day, session, close, run?.direction, run?.place])).toEqual([
      [-2, '2026-01-08', 98, 'falling', 2],
      [-1, '2026-01-09', 95, 'falling', 3],
      [0, '2026-01-12', 96, 'rising', 1],
      [1, '2026-01-13', 96, undefined, undefined],
      [2, '2026-01-14', 97, 'rising', 1],
    ]);
    expect(days[2]?.cumulativeReturn).toBeCloseTo(96 / 100 - 1, 12);
    expect(days[1]).toMatchObject({ marketCap: 95_000, shares: 1_000, sinceBase: null });
    expect(days[4]?.sinceBase).toMatchObject({ marketCapChange: 2_000, priceEffect: 2_000, shareCountEffect: 0 });
    expect(days[0]?.benchmarkReturn).toBeCloseTo(98 / 100 - 1, 12);
  });

  it('are as they were known at a past moment', async () => {
    const { days, asOf } = await ask({ asOf: '2026-01-12T22:00:00Z' });
    expect(days.map(({ close }) => close)).toEqual([98, 95, 96, null, null]);
    expect(asOf).toBe('2026-01-12T22:00:00.000Z');
    const early = new GetReactionDays(deal.id, ACME, { ...DAYS, asOf: '2026-01-12T12:00:00Z' });
    expect(await rooms.refusal(early)).toBe('unknownAnnouncement');
  });

  it('are those of an amendment where one is asked for', async () => {
    const amendment = { id: idOf('amd', [deal.id, 0]), moment: { on: '2026-01-14', timing: 'preMarket' as const } };
    const data = {
      announcement: { ...deal, amendments: [amendment] },
      formerInstruments: [],
      amendmentId: amendment.id,
    };
    await rooms.tell(AnnouncementAmended.create(data, Date.parse('2026-01-14T14:00:00Z')));
    expect(await ask({ of: amendment.id })).toMatchObject({ of: amendment.id, day0: '2026-01-14' });
    expect(await ask()).toMatchObject({ of: deal.id, day0: '2026-01-12' });
  });

  it('are none of an instrument that is no subject, of what is not on record, and once it is retracted', async () => {
    const refusal = (id: string, ref: string) => rooms.refusal(new GetReactionDays(id, ref, DAYS));
    expect(await refusal(deal.id, 'ARCX:SPY')).toBe('noReaction');
    expect(await refusal(deal.id, 'XNAS:NONE')).toBe('unknownInstrument');
    expect(await refusal('ann_none', ACME)).toBe('unknownAnnouncement');
    const before = await ask();
    const data = { announcement: { ...deal, retraction: { reason: 'no' } }, formerInstruments: [], reason: 'no' };
    await rooms.tell(AnnouncementRetracted.create(data));
    expect(await refusal(deal.id, ACME)).toBe('noReaction');
    expect((await ask({ asRecorded: before.position })).days).toEqual(before.days);
  });
});
