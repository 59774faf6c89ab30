import { createTestStore, type TestStore } from '@streakline/testing';
import { readModelsMigrations } from '../dossiers-projection';
import { openRooms, type Rooms } from '../../test/rooms';
import { ACME, listing } from '../../test/told';
import { ListProjections } from './list-projections.handler';

describe('the state of projections', () => {
  let store: TestStore;
  let rooms: Rooms;
  beforeAll(async () => {
    store = await createTestStore({ migrations: readModelsMigrations });
    rooms = await openRooms(store.database, store.store);
  });
  afterAll(async () => {
    await rooms.close();
    await store.dispose();
  });

  it('shows version, position and lag, and waits for a position when asked to', async () => {
    const position = await rooms.tell(listing(ACME, 'ACME'));
    const { data, ...rest } = await rooms.ask(new ListProjections(position));
    expect(rest).toEqual({ nextCursor: null, position });
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      ...{ name: 'dossiers', version: 1, state: 'live', position, head: position, parked: 0, problem: null },
      lag: { events: 0, seconds: 0 },
    });
    expect(data[0]?.partitions).toHaveLength(12);
    await expect(rooms.ask(new ListProjections(position + 1))).rejects.toThrow('position');
  });
});
