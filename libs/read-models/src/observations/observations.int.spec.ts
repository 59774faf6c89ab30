import { type NewEvent, ObservationRecorded } from '@streakline/events';
import { createTestStore, type TestStore } from '@streakline/testing';
import { readModelsMigrations } from '../dossiers-projection';
import { openRooms, type Rooms } from '../../test/rooms';
import { ACME, INDEX, listing } from '../../test/told';
import { ListObservations, type ObservationSearch } from './list-observations.handler';

const [early, late] = ['2026-01-05T20:55:00.000Z', '2026-01-06T20:55:00.000Z'];

function observed(value: number, at: string, kind = 'impliedMove', source = 'desk', knownAt = at): NewEvent {
  const data = { instrumentId: ACME, kind, at, value, unit: 'fraction', source };
  return ObservationRecorded.create(data, Date.parse(knownAt));
}

describe('observations', () => {
  let store: TestStore;
  let rooms: Rooms;
  beforeAll(async () => {
    store = await createTestStore({ migrations: readModelsMigrations });
    rooms = await openRooms(store.database, store.store);
    await rooms.tell(listing(ACME, 'ACME'), listing(INDEX, 'INDEX'), observed(1, late), observed(2, early));
    // The sources stand in the order of their capitals' codes, as the dossier has them.
    await rooms.tell(observed(3, early, 'impliedMove', 'Zebra'), observed(4, early, 'shortInterest'));
  });
  afterAll(async () => {
    await rooms.close();
    await store.dispose();
  });

  const values = async (search: Partial<ObservationSearch> = {}) =>
    (await rooms.ask(new ListObservations('XNAS:ACME', { limit: 100, ...search }))).data.map(({ value }) => value);

  it('come by instant, kind and source', async () => {
    expect(await values()).toEqual([3, 2, 4, 1]);
    const [first] = (await rooms.ask(new ListObservations(ACME, { limit: 1 }))).data;
    expect(first).toEqual({
      ...{ kind: 'impliedMove', at: early, value: 3, unit: 'fraction', source: 'Zebra', knownAt: early },
    });
  });

  it('come page by page, none twice and none left out', async () => {
    const told: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await rooms.ask(new ListObservations(ACME, { limit: 1, cursor }));
      told.push(...page.data.map(({ value }) => value));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(told).toEqual([3, 2, 4, 1]);
  });

  it('can be asked for by kind, and by a range of instants or dates', async () => {
    expect(await values({ kind: 'impliedMove' })).toEqual([3, 2, 1]);
    expect(await values({ from: '2026-01-06' })).toEqual([1]);
    expect(await values({ to: '2026-01-06' })).toEqual([3, 2, 4]);
    expect(await values({ from: early, to: late })).toEqual([3, 2, 4]);
  });

  it('are none of an instrument of which nothing was observed, and refused of an unknown one', async () => {
    expect((await rooms.ask(new ListObservations('XNAS:INDEX', { limit: 10 }))).data).toEqual([]);
    expect(await rooms.refusal(new ListObservations('XNAS:NONE', { limit: 10 }))).toBe('unknownInstrument');
  });

  it('are as they were known at a past moment', async () => {
    await rooms.tell(observed(5, early, 'impliedMove', 'Zebra', '2026-01-20T12:00:00Z'));
    expect(await values()).toEqual([5, 2, 4, 1]);
    expect(await values({ asOf: '2026-01-20T11:59:59Z' })).toEqual([3, 2, 4, 1]);
    expect(await values({ asOf: '2026-01-05T23:00:00Z' })).toEqual([3, 2, 4]);
  });
});
