import {
  AnnouncementAmended,
  AnnouncementRetracted,
  BarsRecorded,
  BarsRevised,
  BenchmarkAssigned,
  idOf,
  InstrumentRenamed,
} from '@streakline/events';
import { exchange } from '@streakline/market-time';
import { createTestStore, type TestStore } from '@streakline/testing';
import { readModelsMigrations } from '../dossiers-projection';
import { openRooms, type Rooms } from '../../test/rooms';
import { ACME, announcement, bars, benchmark, CLOSES, INDEX, listing, made, SESSIONS } from '../../test/told';
import { ListReactions } from './list-reactions.handler';
import { ListRecentReactions, type RecentSearch } from './list-recent-reactions.handler';

/*
 * ACME falls on January 7, 8 and 9 of 2026, rises on the 12th and rests on the 13th. RIVAL is a subject of the deal too,
 * and has no bar on the 12th; it has no benchmark.
 */
const RIVAL = idOf('ins', ['room', 'RIVAL']);
const report = announcement('report of 2025', { kind: 'earnings', moment: { on: '2026-01-07', timing: 'preMarket' } });
const deal = announcement('deal with Rival', {
  subjects: [
    { instrumentId: ACME, role: 'issuer' },
    { instrumentId: RIVAL, role: 'target' },
    { name: 'Private Ltd', role: 'counterparty' },
  ],
});
const elsewhere = announcement('of nobody listed', { subjects: [{ name: 'Private Ltd', role: 'issuer' }] });

function rivalBars() {
  const sessions = SESSIONS.filter((session) => session !== '2026-01-12');
  const close = CLOSES.filter((_, i) => SESSIONS[i] !== '2026-01-12');
  return BarsRecorded.create({ instrumentId: RIVAL, source: 'vendor', basisAsOf: null, sessions, close });
}

describe('what announcements did', () => {
  let store: TestStore;
  let rooms: Rooms;
  let told: number;
  beforeAll(async () => {
    store = await createTestStore({ migrations: readModelsMigrations });
    rooms = await openRooms(store.database, store.store);
    await rooms.tell(
      ...[listing(INDEX, 'SPY', 'ARCX'), listing(ACME, 'ACME'), listing(RIVAL, 'RIVL', 'XNYS'), benchmark()],
      ...[bars(ACME), bars(INDEX), rivalBars()],
    );
    told = await rooms.tell(made(report), made(deal), made(elsewhere));
  });
  afterAll(async () => {
    await rooms.close();
    await store.dispose();
  });
  const ask = (search: Partial<RecentSearch> = {}) => rooms.ask(new ListRecentReactions({ limit: 50, ...search }));
  const briefly = async (search: Partial<RecentSearch> = {}) =>
    (await ask(search)).data.map((row) => `${row.announcement.headline} ${row.instrument.ref} ${row.relation}`).sort();

  const moments = [
    ['at present', {}],
    ['at a past moment', { asOf: '2026-02-01' }],
  ] as const;

  describe.each(moments)('%s', (_, at) => {
    it('comes newest first, a row for each listed instrument', async () => {
      const { data, nextCursor } = await ask(at);
      expect(data.map(({ announcement: { id } }) => id)).toEqual([deal.id, deal.id, report.id]);
      expect(await briefly(at)).toEqual([
        'Acme: deal with Rival XNAS:ACME ended',
        'Acme: deal with Rival XNYS:RIVL null',
        'Acme: report of 2025 XNAS:ACME ended',
      ]);
      expect(nextCursor).toBeNull();
    });

    it('has the figures that the reactions of the announcement have', async () => {
      const { data } = await ask({ ...at, instrument: ACME });
      for (const row of data) {
        const whole = await rooms.ask(new ListReactions(row.announcement.id, { limit: 10, ...at }));
        const reaction = whole.data.find(({ instrumentId }) => instrumentId === ACME)!;
        const { announcement: _announcement, instrument, role, notes, streak, begun, ...figures } = row;
        expect(reaction).toMatchObject(figures);
        expect([instrument.ref, notes]).toEqual([reaction.instrument, reaction.notes.length]);
        expect(reaction).toMatchObject({ streak: streak ?? null, begun: begun ?? null });
        expect(role).toBe('issuer');
      }
    });

    it('tells of a halt, and of no benchmark, without figures', async () => {
      const [row] = (await ask({ ...at, instrument: 'XNYS:RIVL' })).data;
      expect(row).toMatchObject({
        ...{ day0: '2026-01-12', return: null, marketCapChange: null, relation: null, resumedOn: '2026-01-13' },
        ...{ benchmark: null, abnormalReturn: null, complete: false, role: 'target' },
        instrument: { symbol: 'RIVL', mic: 'XNYS', timeZone: 'America/New_York', currency: 'USD' },
      });
      expect(row?.resumptionReturn).toBeCloseTo(96 / 95 - 1, 12);
    });

    it('can be asked for by kind, relation, and when', async () => {
      expect(await briefly({ ...at, kind: 'earnings' })).toEqual(['Acme: report of 2025 XNAS:ACME ended']);
      expect(await briefly({ ...at, relation: 'ended' })).toHaveLength(2);
      expect(await briefly({ ...at, relation: 'began' })).toEqual([]);
      expect(await briefly({ ...at, from: '2026-01-08' })).toHaveLength(2);
      expect(await briefly({ ...at, to: '2026-01-12' })).toHaveLength(1);
    });

    it('can be sought by words of the headline, tickers and names together', async () => {
      expect(await briefly({ ...at, q: 'rep' })).toEqual(['Acme: report of 2025 XNAS:ACME ended']);
      expect(await briefly({ ...at, q: 'DEAL acme' })).toHaveLength(2);
      expect(await briefly({ ...at, q: 'deal xnys' })).toEqual(['Acme: deal with Rival XNYS:RIVL null']);
      expect(await briefly({ ...at, q: 'rivl inc' })).toEqual(['Acme: deal with Rival XNYS:RIVL null']);
      expect(await briefly({ ...at, q: 'nobody' })).toEqual([]);
      expect(await briefly({ ...at, q: '%' })).toEqual([]);
    });

    it('comes page by page, also between the instruments of one announcement', async () => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await ask({ ...at, limit: 1, cursor });
        seen.push(...page.data.map((row) => `${row.announcement.id} ${row.instrument.id}`));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      const { data } = await ask(at);
      expect(seen).toEqual(data.map((row) => `${row.announcement.id} ${row.instrument.id}`));
    });
  });

  it('is unheard of before it was public, and has no figures before their close', async () => {
    expect(await briefly({ asOf: '2026-01-12T12:59:59Z' })).toEqual(['Acme: report of 2025 XNAS:ACME ended']);
    const [row] = (await ask({ asOf: '2026-01-12T13:00:00Z', instrument: ACME })).data;
    expect(row).toMatchObject({ day0: '2026-01-12', return: null, relation: null, complete: false });
    expect(await briefly({ asOf: '2026-01-12T13:00:00Z', relation: 'ended' })).toHaveLength(1);
  });

  it('follows a bar that is revised, and stays as it was for who asks of before', async () => {
    const revision = { instrumentId: ACME, source: 'vendor', basisAsOf: null, sessions: ['2026-01-12'], close: [94] };
    await rooms.tell(BarsRevised.create(revision, Date.parse('2026-02-10T15:00:00Z')));
    const returnAt = async (at: object) => (await ask({ ...at, instrument: ACME, kind: 'deal' })).data[0]?.return;
    expect(await returnAt({})).toBeCloseTo(94 / 95 - 1, 12);
    expect(await returnAt({ asOf: '2026-02-10T14:59:59Z' })).toBeCloseTo(96 / 95 - 1, 12);
    expect(await returnAt({ asOf: '2026-02-10T15:00:00Z' })).toBeCloseTo(94 / 95 - 1, 12);
    expect(await returnAt({ asRecorded: told })).toBeCloseTo(96 / 95 - 1, 12);
  });

  it('counts amendments, which have no rows of their own, and is under the name of its day 0', async () => {
    const amendment = { id: idOf('amd', [deal.id, 0]), moment: { on: '2026-01-15', timing: 'preMarket' as const } };
    const data = {
      announcement: { ...deal, amendments: [amendment] },
      formerInstruments: [],
      amendmentId: amendment.id,
    };
    await rooms.tell(
      AnnouncementAmended.create(data, Date.parse('2026-01-15T14:00:00Z')),
      InstrumentRenamed.create({ instrumentId: RIVAL, symbol: 'NEW', mic: 'XNYS', from: '2026-01-14' }),
    );
    const { data: rows } = await ask({ instrument: 'XNYS:NEW' });
    expect(rows).toMatchObject([{ announcement: { amendments: 1 }, instrument: { ref: 'XNYS:RIVL' } }]);
    expect(await briefly({ q: 'new' })).toEqual(['Acme: deal with Rival XNYS:RIVL null']);
    expect(await briefly({ q: 'rivl' })).toHaveLength(1);
    expect(await briefly({ q: 'new', asOf: '2026-01-13' })).toEqual([]);
    expect((await ask({ q: 'rivl', asOf: '2026-01-13' })).data).toMatchObject([{ announcement: { amendments: 0 } }]);
  });

  it('is gone once the announcement is retracted, and was there before', async () => {
    const before = await ask();
    const reason = 'another company';
    const data = { announcement: { ...deal, retraction: { reason } }, formerInstruments: [], reason };
    await rooms.tell(AnnouncementRetracted.create(data));
    expect(await briefly()).toEqual(['Acme: report of 2025 XNAS:ACME ended']);
    expect(await briefly({ asRecorded: before.position })).toHaveLength(3);
  });

  it('refuses an instrument that is not on record', async () => {
    expect(await rooms.refusal(new ListRecentReactions({ limit: 1, instrument: 'XNAS:NONE' }))).toBe(
      'unknownInstrument',
    );
  });
});

describe('abnormal returns of recent announcements', () => {
  const sessions = Array.from({ length: 140 }, (_, i) => exchange('XNYS').shift('2026-01-20', i - 139));
  const market = sessions.map((_, i) => 100 + Math.sin(i));
  const own = sessions.map((_, i) => 50 + Math.sin(i) + Math.cos(3 * i));
  const OTHER = idOf('ins', ['room', 'OTHER']);
  const news = announcement('news', { moment: { on: '2026-01-20', timing: 'preMarket' } });
  let store: TestStore;
  let rooms: Rooms;
  beforeAll(async () => {
    store = await createTestStore({ migrations: readModelsMigrations });
    rooms = await openRooms(store.database, store.store);
    const tape = (instrumentId: typeof ACME, close: readonly number[]) =>
      BarsRecorded.create({ instrumentId, source: 'vendor', basisAsOf: null, sessions, close: [...close] });
    await rooms.tell(
      ...[listing(INDEX, 'SPY', 'ARCX'), listing(OTHER, 'QQQ'), listing(ACME, 'ACME'), benchmark()],
      ...[
        tape(INDEX, market),
        tape(
          OTHER,
          own.map((close, i) => close + (i % 3)),
        ),
        tape(ACME, own),
        made(news),
      ],
    );
  });
  afterAll(async () => {
    await rooms.close();
    await store.dispose();
  });
  const both = async () => {
    const [row] = (await rooms.ask(new ListRecentReactions({ limit: 1 }))).data;
    const [whole] = (await rooms.ask(new ListReactions(news.id, { limit: 1 }))).data;
    const figures = (one: typeof row | typeof whole) => [one?.benchmark, one?.abnormalReturn, one?.tStatistic];
    expect(figures(row)).toEqual(figures(whole));
    expect(row?.abnormalReturn).not.toBeNull();
    return figures(row);
  };

  it('are those of the reaction, and follow the tape of the benchmark and its assignment', async () => {
    const first = await both();
    const revision = { instrumentId: INDEX, source: 'vendor', basisAsOf: null, sessions: ['2026-01-20'], close: [120] };
    await rooms.tell(BarsRevised.create(revision, Date.parse('2026-01-22T00:00:00Z')));
    const revised = await both();
    expect(revised[1]).not.toBe(first[1]);
    await rooms.tell(
      BenchmarkAssigned.create({ instrumentId: ACME, benchmarkId: OTHER, role: 'market', from: '2026-01-16' }),
    );
    expect((await both())[0]).toBe('XNAS:QQQ');
    const before = await rooms.ask(new ListRecentReactions({ limit: 1, asOf: '2026-01-21T12:00:00Z' }));
    expect(before.data[0]?.benchmark).toBe('XNAS:QQQ');
    const { data } = await rooms.ask(
      new ListRecentReactions({ limit: 1, asRecorded: 8, asOf: '2026-01-21T12:00:00Z' }),
    );
    expect([data[0]?.benchmark, data[0]?.abnormalReturn]).toEqual(first.slice(0, 2));
  });
});
