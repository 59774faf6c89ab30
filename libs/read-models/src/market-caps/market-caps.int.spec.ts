import { ShareCountRecorded } from '@streakline/events';
import { createTestStore, type TestStore } from '@streakline/testing';
import { readModelsMigrations } from '../dossiers-projection';
import { openRooms, type Rooms } from '../../test/rooms';
import { ACME, bars, CLOSES, listing, SESSIONS } from '../../test/told';
import { ListMarketCaps } from './list-market-caps.handler';

describe('market caps', () => {
  let store: TestStore;
  let rooms: Rooms;
  beforeAll(async () => {
    store = await createTestStore({ migrations: readModelsMigrations });
    rooms = await openRooms(store.database, store.store);
    const count = { instrumentId: ACME, countedOn: '2026-01-02', shares: 1_000, filedOn: '2026-01-08' };
    await rooms.tell(listing(ACME, 'ACME'), bars(ACME), ShareCountRecorded.create(count));
  });
  afterAll(async () => {
    await rooms.close();
    await store.dispose();
  });
  const ask = (options: { limit: number; from?: string; to?: string; cursor?: string }) =>
    rooms.ask(new ListMarketCaps('XNAS:ACME', options));

  it('are close times shares, from the session after the filing on', async () => {
    const { data } = await ask({ limit: 100 });
    expect(data.map(({ session }) => session)).toEqual(SESSIONS);
    expect(data[4]).toMatchObject({ session: '2026-01-08', marketCap: null, reason: 'noShareCount' });
    expect(data[5]).toEqual({
      ...{ session: '2026-01-09', close: 95, shares: 1_000, countedOn: '2026-01-02', adjustedShares: 1_000 },
      ...{ marketCap: 95_000, classMarketCap: 95_000, reason: null },
    });
  });

  it('can be asked for by a range that excludes its end, page by page', async () => {
    const range = { from: '2026-01-05', to: '2026-01-09', limit: 3 };
    const first = await ask(range);
    expect(first.data.map(({ close }) => close)).toEqual(CLOSES.slice(1, 4));
    const second = await ask({ ...range, cursor: first.nextCursor ?? '' });
    expect(second.data.map(({ session }) => session)).toEqual(['2026-01-08']);
    expect(second.nextCursor).toBeNull();
  });
});
