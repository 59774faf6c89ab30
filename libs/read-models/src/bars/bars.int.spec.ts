import { SplitRecorded } from '@streakline/events';
import { createTestStore, type TestStore } from '@streakline/testing';
import { readModelsMigrations } from '../dossiers-projection';
import { openRooms, type Rooms } from '../../test/rooms';
import { ACME, bars, CLOSES, listing, SESSIONS } from '../../test/told';
import { ListBars } from './list-bars.handler';

describe('bars', () => {
  let store: TestStore;
  let rooms: Rooms;
  beforeAll(async () => {
    store = await createTestStore({ migrations: readModelsMigrations });
    rooms = await openRooms(store.database, store.store);
    await rooms.tell(listing(ACME, 'ACME'));
  });
  afterAll(async () => {
    await rooms.close();
    await store.dispose();
  });

  it('are none before the first delivery', async () => {
    expect(await rooms.ask(new ListBars(ACME, { limit: 10 }))).toMatchObject({ data: [], nextCursor: null });
  });

  it('come as traded and adjusted, page by page, and are right again after each event', async () => {
    await rooms.tell(bars(ACME));
    const before = await rooms.ask(new ListBars('XNAS:ACME', { limit: 100 }));
    expect(before.data.map(({ session, close }) => [session, close])).toEqual(
      SESSIONS.map((session, at) => [session, CLOSES[at]]),
    );
    await rooms.tell(SplitRecorded.create({ instrumentId: ACME, exDate: '2026-01-20', from: 1, to: 2 }));
    const page = await rooms.ask(new ListBars(ACME, { limit: 1, from: '2026-01-16', to: '2026-01-20' }));
    expect(page.data[0]).toMatchObject({
      session: '2026-01-16',
      close: 99,
      adjusted: { close: 49.5 },
      source: 'vendor',
    });
    expect(page.nextCursor).toBeNull();
  });
});
