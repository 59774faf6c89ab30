import { BarsRecorded, DelistingRecorded, idOf, type InstrumentId, ShareCountRecorded } from '@streakline/events';
import { createTestStore, type TestStore } from '@streakline/testing';
import { readModelsMigrations } from '../dossiers-projection';
import { openRooms, type Rooms } from '../../test/rooms';
import { listing, SESSIONS } from '../../test/told';
import { ListStreaks } from './list-streaks.handler';
import { type InForceSearch, ListStreaksInForce } from './list-streaks-in-force.handler';

const KNOWN_AT = Date.parse('2026-01-21T00:00:00Z');
const id = (symbol: string) => idOf('ins', ['room', symbol]);

/** Closes of the twelve sessions, the last of them January 16 and 20. */
const TAPES: Readonly<Record<string, readonly number[]>> = {
  FALL: [100, 101, 102, 103, 104, 105, 104, 103, 102, 101, 100, 99],
  DIVE: [100, 101, 102, 103, 104, 105, 104, 103, 102, 90, 80, 70],
  RISE: [100, 99, 98, 97, 96, 95, 94, 93, 92, 93, 94, 95],
  ONCE: [100, 99, 98, 97, 96, 95, 94, 93, 92, 93, 95, 90],
  REST: [100, 99, 98, 97, 96, 95, 94, 93, 92, 91, 90, 90],
  GONE: [100, 99, 98, 97, 96, 95, 94, 93, 92, 91, 90, 89],
};

function tape(instrumentId: InstrumentId, close: readonly number[]) {
  const data = { instrumentId, source: 'vendor', basisAsOf: null, sessions: [...SESSIONS], close: [...close] };
  return BarsRecorded.create(data, KNOWN_AT);
}

describe('streaks in force', () => {
  let store: TestStore;
  let rooms: Rooms;
  beforeAll(async () => {
    store = await createTestStore({ migrations: readModelsMigrations });
    rooms = await openRooms(store.database, store.store);
    const events = Object.entries(TAPES).flatMap(([symbol, closes]) => [
      listing(id(symbol), symbol),
      tape(id(symbol), closes),
    ]);
    const counted = { countedOn: '2025-12-31', shares: 1_000, filedOn: '2026-01-01' };
    await rooms.tell(...events, ShareCountRecorded.create({ instrumentId: id('FALL'), ...counted }));
    const delisting = { instrumentId: id('GONE'), lastSession: '2026-01-20', reason: 'merger' as const };
    await rooms.tell(DelistingRecorded.create({ ...delisting, announcedOn: '2026-01-20' }));
  });
  afterAll(async () => {
    await rooms.close();
    await store.dispose();
  });
  const ask = (search: Partial<InForceSearch> = {}) =>
    rooms.ask(new ListStreaksInForce({ limit: 100, minLength: 2, ...search }));
  const briefly = async (search: Partial<InForceSearch> = {}) =>
    (await ask(search)).data.map(({ instrument, direction, length }) => `${instrument.symbol} ${direction} ${length}`);

  it.each([
    ['at present', {}],
    ['at a past moment', { asOf: '2026-02-01' }],
  ])('come longest first, of those equally long the one that moved most, %s', async (_, at) => {
    expect(await briefly(at)).toEqual(['DIVE falling 6', 'FALL falling 6', 'RISE rising 3']);
    expect(await briefly({ ...at, minLength: 1 })).toContain('ONCE falling 1');
    expect(await briefly({ ...at, direction: 'rising' })).toEqual(['RISE rising 3']);
    expect(await briefly({ ...at, minLength: 4 })).toHaveLength(2);
  });

  it('are the ones that their instruments have', async () => {
    const fall = (await ask()).data.find(({ instrument }) => instrument.symbol === 'FALL')!;
    const { instrument, ...run } = fall;
    const own = await rooms.ask(new ListStreaks(id('FALL'), { limit: 100, minLength: 6 }));
    expect(own.data).toEqual([run]);
    expect(run).toMatchObject({ start: '2026-01-12', end: '2026-01-20', inForce: true, marketCapChange: -6_000 });
    expect(instrument).toMatchObject({ ref: 'XNAS:FALL', name: 'FALL Inc', timeZone: 'America/New_York' });
  });

  it('were others before the last close, one of an instrument that was delisted since among them', async () => {
    expect(await briefly({ asOf: '2026-01-16' })).toEqual([
      'GONE falling 10',
      'REST falling 10',
      'DIVE falling 5',
      'FALL falling 5',
      'ONCE rising 2',
      'RISE rising 2',
    ]);
  });

  it('come page by page', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await ask({ limit: 1, cursor });
      seen.push(...page.data.map(({ instrument }) => instrument.symbol));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(['DIVE', 'FALL', 'RISE']);
  });
});
