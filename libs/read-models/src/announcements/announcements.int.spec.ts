import { AnnouncementMeasured, AnnouncementRetracted } from '@streakline/events';
import { createTestStore, type TestStore } from '@streakline/testing';
import { readModelsMigrations } from '../dossiers-projection';
import { openRooms, type Rooms } from '../../test/rooms';
import { ACME, announcement, INDEX, listing, made } from '../../test/told';
import { GetAnnouncement } from './get-announcement.handler';
import { ListAnnouncementEvents } from './list-announcement-events.handler';
import { type AnnouncementSearch, ListAnnouncements } from './list-announcements.handler';

const early = announcement('early', { moment: { on: '2026-01-09', timing: 'afterClose' }, kind: 'earnings' });
const deal = announcement('deal');
const other = announcement('other', {
  moment: { at: '2026-01-12T18:00:00Z' },
  subjects: [{ instrumentId: INDEX, role: 'issuer' }],
});
const hoax = announcement('hoax');

describe('announcements', () => {
  let store: TestStore;
  let rooms: Rooms;
  beforeAll(async () => {
    store = await createTestStore({ migrations: readModelsMigrations });
    rooms = await openRooms(store.database, store.store);
    await rooms.tell(listing(ACME, 'ACME'), listing(INDEX, 'SPY', 'ARCX'), ...[deal, early, hoax].map(made), {
      ...made(other),
      // As events were recorded before there were measures.
      typeVersion: 1,
    });
    const retraction = {
      announcement: { ...hoax, retraction: { reason: 'a hoax' } },
      formerInstruments: [],
      reason: 'a hoax',
    };
    await rooms.tell(AnnouncementRetracted.create(retraction));
  });
  afterAll(async () => {
    await rooms.close();
    await store.dispose();
  });
  const found = async (search: Partial<AnnouncementSearch>) =>
    (await rooms.ask(new ListAnnouncements({ limit: 100, ...search }))).data.map(({ externalId }) => externalId);

  it('are listed oldest first, without those retracted', async () => {
    expect(await found({})).toEqual(['early', 'deal', 'other']);
  });

  it('can be asked for by subject, by kind and by time', async () => {
    expect(await found({ instrument: 'XNAS:ACME' })).toEqual(['early', 'deal']);
    expect(await found({ instrument: INDEX })).toEqual(['other']);
    expect(await found({ kind: 'earnings' })).toEqual(['early']);
    expect(await found({ from: '2026-01-09', to: '2026-01-12' })).toEqual(['early']);
    expect(await found({ from: '2026-01-12', to: '2026-01-12T18:00:00Z' })).toEqual(['deal']);
    expect(await rooms.refusal(new ListAnnouncements({ limit: 1, instrument: 'XNAS:NONE' }))).toBe('unknownInstrument');
  });

  it.each([
    ['at present', {}],
    ['at a past moment', { asOf: '2026-02-01' }],
  ])('can be sought by words of headlines and of subjects, and listed newest first, %s', async (_, at) => {
    expect(await found({ ...at, order: 'newest' })).toEqual(['other', 'deal', 'early']);
    expect(await found({ ...at, q: 'ACME', order: 'newest' })).toEqual(['other', 'deal', 'early']);
    expect(await found({ ...at, q: 'deal' })).toEqual(['deal']);
    expect(await found({ ...at, q: 'spy acm' })).toEqual(['other']);
    expect(await found({ ...at, q: 'xnas ear' })).toEqual(['early']);
    expect(await found({ ...at, q: 'eal' })).toEqual([]);
    expect(await found({ ...at, q: '!' })).toEqual([]);
    const first = await rooms.ask(new ListAnnouncements({ limit: 1, order: 'newest', ...at }));
    expect(await found({ ...at, order: 'newest', cursor: first.nextCursor ?? '' })).toEqual(['deal', 'early']);
  });

  it('come page by page', async () => {
    const first = await rooms.ask(new ListAnnouncements({ limit: 2 }));
    expect(await found({ cursor: first.nextCursor ?? '' })).toEqual(['other']);
  });

  it('show their subjects under the symbols of the time, and how sure their moment is', async () => {
    expect(await rooms.ask(new GetAnnouncement(early.id))).toMatchObject({
      ...{ id: early.id, source: 'wire', externalId: 'early', kind: 'earnings', announcedOn: '2026-01-09' },
      ...{ timing: 'afterClose', certainty: 'timed', amendments: [], retraction: null },
      subjects: [
        { instrument: 'XNAS:ACME', instrumentId: ACME, role: 'issuer' },
        { name: 'Private Ltd', role: 'counterparty' },
      ],
    });
  });

  it('show their figures, beside how far they missed what was expected', async () => {
    const eps = { metric: 'eps', basis: 'gaap', unit: 'USD/share', actual: 1.5, expected: { value: 2 } };
    const revenue = { metric: 'revenue', unit: 'USD', range: { low: 90, high: 100 } };
    const original = { ...early.original, period: '2025-Q4', measures: [eps, revenue] };
    const data = { announcement: { ...early, original }, measured: early.id, formerInstruments: [] };
    await rooms.tell(AnnouncementMeasured.create(data));
    expect(await rooms.ask(new GetAnnouncement(early.id))).toMatchObject({
      period: '2025-Q4',
      measures: [
        { ...eps, surprise: -0.25 },
        { ...revenue, surprise: null },
      ],
    });
    for (const { id } of [deal, other])
      expect(await rooms.ask(new GetAnnouncement(id))).toMatchObject({ period: null, measures: [] });
  });

  it('show their retraction when asked for by id', async () => {
    expect(await rooms.ask(new GetAnnouncement(hoax.id))).toMatchObject({ retraction: { reason: 'a hoax' } });
  });

  it('keep what was recorded, event by event', async () => {
    const first = await rooms.ask(new ListAnnouncementEvents(hoax.id, { limit: 1 }));
    expect(first.data.map(({ type }) => type)).toEqual(['AnnouncementMade']);
    const second = await rooms.ask(new ListAnnouncementEvents(hoax.id, { limit: 1, cursor: first.nextCursor ?? '' }));
    expect(second.data.map(({ type, position }) => [type, position])).toEqual([['AnnouncementRetracted', 7]]);
    expect(second.nextCursor).toBeNull();
  });

  it('are not found under an id that nobody gave', async () => {
    expect(await rooms.refusal(new GetAnnouncement('ann_none'))).toBe('unknownAnnouncement');
    expect(await rooms.refusal(new ListAnnouncementEvents('ann_none', { limit: 1 }))).toBe('unknownAnnouncement');
  });
});
