import {
  AnnouncementAmended,
  AnnouncementMade,
  ArticleRecorded,
  BarsRevised,
  idOf,
  InstrumentRenamed,
  ShareCountRecorded,
} from '@streakline/events';
import { createTestStore, type TestStore } from '@streakline/testing';
import { openRooms, type Rooms } from '../test/rooms';
import { ACME, announcement, bars, listing } from '../test/told';
import { ListReactions } from './announcement-reactions/list-reactions.handler';
import { GetAnnouncement } from './announcements/get-announcement.handler';
import { ListAnnouncementEvents } from './announcements/list-announcement-events.handler';
import { ListAnnouncements } from './announcements/list-announcements.handler';
import { ListBars } from './bars/list-bars.handler';
import { ListClaims } from './claims/list-claims.handler';
import { readModelsMigrations } from './dossiers-projection';
import { GetInstrument } from './instruments/get-instrument.handler';
import { ListInstruments } from './instruments/list-instruments.handler';
import { ListMarketCaps } from './market-caps/list-market-caps.handler';
import { ListStreaks } from './price-streaks/list-streaks.handler';
import { GetStreakStatistics } from './streak-statistics/get-streak-statistics.handler';
import { GetTimeline } from './timelines/get-timeline.handler';

/*
 * ACME closes at 100, 101, 102, then falls to 100, 98 and 95 on January 7, 8 and 9 of 2026 and rises to 96 on the 12th
 * (test/told.ts). On February 10 its vendor publishes that the close of the 9th was 98.5: then the fall was one of two
 * sessions, the 9th rose, and the 12th fell.
 */
const BEFORE = '2026-02-10T15:00:00Z';
const PUBLISHED = '2026-02-10T15:00:01Z';
const deal = announcement('deal', { moment: { at: '2026-01-09T13:00:00Z' } });
/** Says on the evening of the 9th that ACME fell three days in a row. */
const article = ArticleRecorded.create(
  {
    article: {
      ...{ id: idOf('art', ['past']), title: 'Three days down', published: { at: '2026-01-09T22:00:00Z' } },
      ...{ textHash: '0'.repeat(64), reader: 1, mentions: [], proposals: [] },
      claims: [
        {
          claim: {
            ...{ id: 'c1', subject: { instrumentId: ACME }, direction: 'down' },
            length: { figure: { value: 3, wording: 'plain', resolution: 1 }, unit: 'day' },
          },
          state: 'read',
        },
      ],
    },
  },
  Date.parse('2026-01-09T22:00:00Z'),
);
const PAGE = { limit: 100 };

describe('a bar that is revised a month later', () => {
  let store: TestStore;
  let rooms: Rooms;
  let firstPosition: number;
  let lastPosition: number;
  beforeAll(async () => {
    store = await createTestStore({ migrations: readModelsMigrations });
    rooms = await openRooms(store.database, store.store);
    firstPosition = await rooms.tell(
      listing(ACME, 'ACME'),
      bars(ACME),
      ShareCountRecorded.create({ instrumentId: ACME, countedOn: '2025-12-31', shares: 1_000, filedOn: '2026-01-01' }),
      AnnouncementMade.create({ announcement: deal, formerInstruments: [] }, Date.parse('2026-01-09T13:00:00Z')),
      article,
    );
    const revision = { instrumentId: ACME, source: 'vendor', basisAsOf: null, sessions: ['2026-01-09'], close: [98.5] };
    lastPosition = await rooms.tell(BarsRevised.create(revision, Date.parse(PUBLISHED)));
  });
  afterAll(async () => {
    await rooms.close();
    await store.dispose();
  });

  type Past = { readonly asOf?: string; readonly asRecorded?: number };
  const moments: readonly (readonly [what: string, at: () => Past, when: 'before' | 'after'])[] = [
    ['asOf before its publication', () => ({ asOf: BEFORE }), 'before'],
    ['asRecorded before it was stored', () => ({ asRecorded: firstPosition }), 'before'],
    ['asOf its publication', () => ({ asOf: PUBLISHED }), 'after'],
    [
      'asOf its publication, asRecorded when it was stored',
      () => ({ asOf: PUBLISHED, asRecorded: lastPosition }),
      'after',
    ],
    ['at present', () => ({}), 'after'],
  ];

  describe.each(moments)('%s', (_, at, when) => {
    const expected = <Value>(before: Value, after: Value) => (when === 'before' ? before : after);

    it('shows the close of the time', async () => {
      const { data } = await rooms.ask(new ListBars(ACME, { ...PAGE, ...at(), from: '2026-01-09', to: '2026-01-10' }));
      expect(data.map(({ close }) => close)).toEqual(expected([95], [98.5]));
    });

    it('shows the streak of the time', async () => {
      const { data } = await rooms.ask(new ListStreaks(ACME, { ...PAGE, ...at(), minLength: 2, direction: 'falling' }));
      expect(data.map(({ start, end, length }) => [start, end, length])).toEqual(
        expected([['2026-01-07', '2026-01-09', 3]], [['2026-01-07', '2026-01-08', 2]]),
      );
    });

    it('shows the market cap of the time', async () => {
      const range = { from: '2026-01-09', to: '2026-01-10' };
      const { data } = await rooms.ask(new ListMarketCaps(ACME, { ...PAGE, ...at(), ...range }));
      expect(data.map(({ marketCap }) => marketCap)).toEqual(expected([95_000], [98_500]));
    });

    it('shows the timeline of the time', async () => {
      const { data } = await rooms.ask(new GetTimeline(ACME, { ...PAGE, ...at() }));
      const falls = data.filter((entry) => entry.kind === 'streak' && entry.direction === 'falling');
      expect(falls).toMatchObject(expected([{ end: '2026-01-09', length: 3 }], [{ end: '2026-01-08', length: 2 }]));
    });

    it('shows the reaction of the time', async () => {
      const { data } = await rooms.ask(new ListReactions(deal.id, { ...PAGE, ...at() }));
      expect(data).toMatchObject([{ day0: '2026-01-09', relation: expected('extended', 'ended') }]);
      expect(data[0]?.return).toBeCloseTo(expected(95 / 98 - 1, 98.5 / 98 - 1), 12);
    });

    it('shows the statistics of the time', async () => {
      const { closes } = await rooms.ask(new GetStreakStatistics(ACME, at()));
      // Of eleven moves: the 9th rises instead of falling, and the 12th falls instead of rising.
      expect(closes).toEqual({ falling: 3, unchanged: 1, rising: 7 });
      const { after } = await rooms.ask(new GetStreakStatistics(ACME, at()));
      expect(after.falling.falling).toBe(expected(2, 1));
    });

    it('shows the verdict of the time, and the one at publication', async () => {
      const { data } = await rooms.ask(new ListClaims({ ...PAGE, ...at() }));
      expect(data).toMatchObject([
        { atPublication: { verdict: 'supported' }, now: { verdict: expected('supported', 'partly') } },
      ]);
    });

    it('says what it rests on', async () => {
      const asked = at();
      const answer = await rooms.ask(new GetInstrument(ACME, asked));
      expect(answer.position).toBe(asked.asRecorded ?? lastPosition);
      expect(answer.asOf).toBe(asked.asOf && new Date(asked.asOf).toISOString());
    });
  });
});

describe('what was not known yet', () => {
  const OTHER = idOf('ins', ['room', 'OTHER']);
  let store: TestStore;
  let rooms: Rooms;
  let listed: number;
  let amended: number;
  const amendment = {
    id: idOf('amd', [deal.id, 'more']),
    moment: { at: '2026-01-14T13:00:00Z' },
    headline: 'Acme: more',
    subjects: [...deal.original.subjects, { instrumentId: OTHER, role: 'target' }],
  };
  beforeAll(async () => {
    store = await createTestStore({ migrations: readModelsMigrations });
    rooms = await openRooms(store.database, store.store);
    listed = await rooms.tell(listing(ACME, 'ACME'), bars(ACME));
    await rooms.tell(AnnouncementMade.create({ announcement: deal, formerInstruments: [] }));
    await rooms.tell(listing(OTHER, 'OTHER'), bars(OTHER));
    const announcementNow = { ...deal, amendments: [amendment] };
    const data = { announcement: announcementNow, amendmentId: amendment.id, formerInstruments: [] };
    amended = await rooms.tell(AnnouncementAmended.create(data));
    await rooms.tell(
      InstrumentRenamed.create({ instrumentId: ACME, symbol: 'AKME', mic: 'XNAS', from: '2026-01-15' }),
      InstrumentRenamed.create({ instrumentId: OTHER, symbol: 'ACME', mic: 'XNAS', from: '2026-01-16' }),
    );
  });
  afterAll(async () => {
    await rooms.close();
    await store.dispose();
  });
  const headlines = async (at: object) =>
    (await rooms.ask(new ListAnnouncements({ ...PAGE, ...at }))).data.map((each) => each.amendments.length);

  it('an instrument listed later is not on record', async () => {
    expect(await rooms.refusal(new GetInstrument('XNAS:OTHER', { asRecorded: listed }))).toBe('unknownInstrument');
    expect(await rooms.refusal(new ListBars(OTHER, { ...PAGE, asRecorded: listed }))).toBe('unknownInstrument');
    const { data } = await rooms.ask(new ListInstruments({ ...PAGE, asRecorded: listed }));
    expect(data.map(({ ref }) => ref)).toEqual(['XNAS:ACME']);
  });

  it('a symbol names who held it then, as far as was known', async () => {
    const holder = async (at: object) => (await rooms.ask(new GetInstrument('XNAS:ACME', at))).id;
    expect(await holder({})).toBe(OTHER);
    // ACME gave it up on the 15th, OTHER took it on the 16th: in between, the last that held it is meant.
    expect(await holder({ asOf: '2026-01-14' })).toBe(ACME);
    expect(await holder({ asOf: '2026-01-15' })).toBe(ACME);
    expect(await holder({ asOf: '2026-01-16' })).toBe(OTHER);
    expect(await holder({ asRecorded: amended })).toBe(ACME);
    const refs = async (at: object) =>
      (await rooms.ask(new ListInstruments({ ...PAGE, ...at }))).data.map(({ ref }) => ref);
    expect(await refs({ asOf: '2026-01-15' })).toEqual(['XNAS:AKME', 'XNAS:OTHER']);
    expect(await refs({ asOf: '2026-01-16' })).toEqual(['XNAS:ACME', 'XNAS:AKME']);
  });

  it('an announcement is not there before it was public or recorded, nor its amendment', async () => {
    expect(await rooms.refusal(new GetAnnouncement(deal.id, { asRecorded: listed }))).toBe('unknownAnnouncement');
    expect(await rooms.refusal(new GetAnnouncement(deal.id, { asOf: '2026-01-09T12:59:59Z' }))).toBe(
      'unknownAnnouncement',
    );
    expect(await rooms.refusal(new ListReactions(deal.id, { ...PAGE, asOf: '2026-01-08' }))).toBe(
      'unknownAnnouncement',
    );
    expect(await headlines({ asOf: '2026-01-09T12:59:59Z' })).toEqual([]);
    expect(await headlines({ asOf: '2026-01-09T13:00:00Z' })).toEqual([0]);
    expect(await headlines({ asRecorded: amended - 1 })).toEqual([0]);
    expect(await headlines({ asOf: '2026-01-14T13:00:00Z', asRecorded: amended })).toEqual([1]);
  });

  it('what was recorded of it shows no amendment that was not public', async () => {
    const events = async (at: object) =>
      (await rooms.ask(new ListAnnouncementEvents(deal.id, { ...PAGE, ...at }))).data;
    expect((await events({ asOf: '2026-01-14T12:59:59Z' })).map(({ type }) => type)).toEqual(['AnnouncementMade']);
    expect(await events({ asOf: '2026-01-14T13:00:00Z' })).toMatchObject([
      { type: 'AnnouncementMade' },
      { type: 'AnnouncementAmended', data: { announcement: { amendments: [{ id: amendment.id }] } } },
    ]);
  });

  it('an instrument that an amendment adds does not react before it', async () => {
    const reactions = async (at: object) =>
      (await rooms.ask(new ListReactions(deal.id, { ...PAGE, ...at }))).data.map(({ instrumentId, day0 }) => [
        instrumentId,
        day0,
      ]);
    expect(await reactions({ asOf: '2026-01-14T12:59:59Z' })).toEqual([[ACME, '2026-01-09']]);
    expect((await reactions({ asOf: '2026-01-14T13:00:00Z' })).filter(([id]) => id === OTHER)).toEqual([
      [OTHER, '2026-01-14'],
    ]);
    expect(await rooms.ask(new ListAnnouncements({ ...PAGE, instrument: OTHER, asOf: '2026-01-13' }))).toMatchObject({
      data: [],
    });
  });

  it('pages go on at the same moment', async () => {
    const at = { asOf: '2026-01-20', asRecorded: amended };
    const walk = async (limit: number) => {
      const sessions: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await rooms.ask(new ListBars(ACME, { limit, cursor, ...at }));
        sessions.push(...page.data.map(({ session }) => session));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return sessions;
    };
    expect(await walk(5)).toEqual(await walk(100));
    const streaks = new ListStreaks(ACME, { limit: 1, minLength: 1, ...at });
    const first = await rooms.ask(streaks);
    const second = await rooms.ask(new ListStreaks(ACME, { ...streaks.options, cursor: first.nextCursor ?? '' }));
    expect([first.data[0]?.start, second.data[0]?.start]).toEqual(['2026-01-05', '2026-01-07']);
  });

  // Last: it makes the rows look older than they are.
  it('an older definition of the rows, which serves after an upgrade, answers at present alone', async () => {
    await store.database.pool.query('UPDATE projections.versions SET definition = 2');
    expect((await rooms.ask(new ListBars(ACME, PAGE))).data).toHaveLength(12);
    await expect(rooms.ask(new ListBars(ACME, { ...PAGE, asOf: '2026-01-20' }))).rejects.toMatchObject({
      status: 503,
      init: { code: 'rebuilding' },
    });
  });
});
