import { createTestStore, type TestStore } from '@streakline/testing';
import { readModelsMigrations } from '../dossiers-projection';
import { openRooms, type Rooms } from '../../test/rooms';
import { ACME, bars, listing } from '../../test/told';
import { ListStreaks } from './list-streaks.handler';

describe('price streaks', () => {
  let store: TestStore;
  let rooms: Rooms;
  beforeAll(async () => {
    store = await createTestStore({ migrations: readModelsMigrations });
    rooms = await openRooms(store.database, store.store);
    await rooms.tell(listing(ACME, 'ACME'), bars(ACME));
  });
  afterAll(async () => {
    await rooms.close();
    await store.dispose();
  });
  const spans = async (options: { direction?: 'falling' | 'rising'; minLength: number }) =>
    (await rooms.ask(new ListStreaks('XNAS:ACME', { limit: 100, ...options }))).data.map(
      ({ direction, start, end, length }) => `${direction} ${start} ${end} ${length}`,
    );

  it('are the runs of two sessions and more, oldest first', async () => {
    expect(await spans({ minLength: 2 })).toEqual([
      'rising 2026-01-05 2026-01-06 2',
      'falling 2026-01-07 2026-01-09 3',
      'rising 2026-01-14 2026-01-20 4',
    ]);
  });

  it('can be asked for by direction and by length, runs of one included', async () => {
    expect(await spans({ minLength: 1, direction: 'rising' })).toEqual([
      'rising 2026-01-05 2026-01-06 2',
      'rising 2026-01-12 2026-01-12 1',
      'rising 2026-01-14 2026-01-20 4',
    ]);
    expect(await spans({ minLength: 3 })).toHaveLength(2);
  });

  it('carry the return from the close before the first session to the last close', async () => {
    const { data } = await rooms.ask(new ListStreaks(ACME, { limit: 1, minLength: 2, direction: 'falling' }));
    expect(data[0]).toMatchObject({ baseSession: '2026-01-06', baseClose: 102, endClose: 95, inForce: false });
    expect(data[0]?.return).toBeCloseTo(95 / 102 - 1, 12);
  });

  it('come page by page, also when an earlier bar arrives in between', async () => {
    const first = await rooms.ask(new ListStreaks(ACME, { limit: 2, minLength: 2 }));
    expect(first.data).toHaveLength(2);
    const second = await rooms.ask(new ListStreaks(ACME, { limit: 2, minLength: 2, cursor: first.nextCursor ?? '' }));
    expect(second.data.map(({ start }) => start)).toEqual(['2026-01-14']);
    expect(second.nextCursor).toBeNull();
  });
});
