import { createTestStore, type TestStore } from '@streakline/testing';
import { readModelsMigrations } from '../dossiers-projection';
import { openRooms, type Rooms } from '../../test/rooms';
import { ACME, announcement, bars, listing, made } from '../../test/told';
import { GetTimeline } from './get-timeline.handler';

describe('a timeline', () => {
  let store: TestStore;
  let rooms: Rooms;
  beforeAll(async () => {
    store = await createTestStore({ migrations: readModelsMigrations });
    rooms = await openRooms(store.database, store.store);
    await rooms.tell(listing(ACME, 'ACME'), bars(ACME), made(announcement('deal')));
  });
  afterAll(async () => {
    await rooms.close();
    await store.dispose();
  });

  it('tells what happened in the order it became known, page by page', async () => {
    const told: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await rooms.ask(new GetTimeline('XNAS:ACME', { limit: 2, cursor }));
      told.push(...page.data.map(({ kind, at, session }) => `${kind} ${at} ${session}`));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(told).toEqual([
      'streak 2026-01-05T21:00:00.000Z 2026-01-05',
      'streak 2026-01-07T21:00:00.000Z 2026-01-07',
      'announcement 2026-01-12T13:00:00.000Z 2026-01-12',
      'streak 2026-01-14T21:00:00.000Z 2026-01-14',
    ]);
  });
});
