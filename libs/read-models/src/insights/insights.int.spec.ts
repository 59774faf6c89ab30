import { BarsRecorded, BarsRevised, idOf, InstrumentListed, ShareCountRecorded } from '@streakline/events';
import { exchange } from '@streakline/market-time';
import { Projector, rebuild } from '@streakline/projections';
import { createTestStore, type TestStore } from '@streakline/testing';
import { loadAmazonExample } from '../../../../examples/amazon-2026/load';
import { recordedWhenKnown } from '../../test/recorded-when-known';
import { openRooms, type Rooms } from '../../test/rooms';
import { dossiersProjection, readModelsMigrations } from '../dossiers-projection';
import { type InsightSearch, ListInsights } from './list-insights.handler';

const AMZN = idOf('ins', ['insights', 'AMZN']);
const OTHER = idOf('ins', ['insights', 'OTHER']);
const nasdaq = exchange('XNAS');
const closeOf = (session: string): number => nasdaq.hours(session).close;
const { bars = [] } = loadAmazonExample().bars['XNAS:AMZN'] ?? {};
const closes = new Map(bars.map(({ session, close }) => [session, close]));

const listed = (instrumentId: typeof AMZN, symbol: string) =>
  InstrumentListed.create(
    { instrumentId, symbol, mic: 'XNAS', name: `${symbol} Inc`, currency: 'USD' },
    closeOf('2026-01-30'),
  );
const delivery = (from: string, to: string, instrumentId = AMZN) => {
  const sessions = [...nasdaq.sessions(from, to)];
  const close = sessions.map((session) => closes.get(session) ?? 0);
  return BarsRecorded.create(
    { instrumentId, source: 'vendor', basisAsOf: null, sessions, close },
    closeOf(sessions.at(-1) ?? ''),
  );
};
const counted = (countedOn: string, shares: number, filedOn: string) =>
  ShareCountRecorded.create({ instrumentId: AMZN, countedOn, shares, filedOn }, Date.parse(`${filedOn}T23:00:00Z`));

describe('insights, as the bars of Amazon came in February 2026', () => {
  let made: TestStore;
  let rooms: Rooms;
  beforeAll(async () => {
    made = await createTestStore({ migrations: readModelsMigrations });
    rooms = await openRooms(made.database, recordedWhenKnown(made.store));
    await rooms.tell(listed(AMZN, 'AMZN'), listed(OTHER, 'OTHR'), counted('2025-10-22', 10_690_216_011, '2025-10-31'));
    await rooms.tell(delivery('2026-01-30', '2026-02-06'));
    await rooms.tell(counted('2026-01-28', 10_734_920_870, '2026-02-06'));
    for (const session of nasdaq.sessions('2026-02-09', '2026-02-17')) await rooms.tell(delivery(session, session));
  });
  afterAll(async () => {
    await rooms.close();
    await made.dispose();
  });
  const ask = (search: Partial<InsightSearch> = {}) => rooms.ask(new ListInsights({ limit: 100, ...search }));
  const told = async (search: Partial<InsightSearch> = {}) =>
    (await ask(search)).data.map(({ kind, session }) => `${kind} ${session}`);

  it('tell on the 13th that the run was extended to nine, and on the 17th that it ended', async () => {
    const [began, ended, extended] = (await ask()).data;
    expect(began).toMatchObject({ kind: 'runBegan', session: '2026-02-17', run: { direction: 'rising', length: 1 } });
    expect(ended).toMatchObject({
      ...{ kind: 'runEnded', instrumentId: AMZN, instrument: 'XNAS:AMZN', currency: 'USD', session: '2026-02-17' },
      ...{ revision: 1, corrects: null, withdrawn: false, knownAt: '2026-02-17T21:00:00.000Z' },
      run: { direction: 'falling', start: '2026-02-03', end: '2026-02-13', length: 9 },
    });
    expect(extended).toMatchObject({ kind: 'runExtended', session: '2026-02-13', run: { length: 9 } });
    if (ended === undefined || !('run' in ended)) throw new Error('No run ended.');
    expect(ended.run.return).toBeCloseTo(-0.1818, 4);
    expect((ended.run.marketCapChange ?? 0) / 1e9).toBeCloseTo(-463.3, 1);
  });

  it('tell of every session once, as if it had come alone, also of those of one delivery', async () => {
    expect((await told()).reverse()).toEqual([
      'runBegan 2026-02-02',
      'runEnded 2026-02-03',
      'runBegan 2026-02-03',
      ...['04', '05', '06', '09', '10', '11', '12', '13'].map((day) => `runExtended 2026-02-${day}`),
      'runEnded 2026-02-17',
      'runBegan 2026-02-17',
    ]);
    expect((await ask()).data.every(({ revision }) => revision === 1)).toBe(true);
  });

  it('can be asked for by instrument, kind and time, page by page', async () => {
    expect(await told({ instrument: 'XNAS:AMZN', kind: 'runEnded' })).toEqual([
      'runEnded 2026-02-17',
      'runEnded 2026-02-03',
    ]);
    expect(await told({ instrument: 'XNAS:OTHR' })).toEqual([]);
    expect(await told({ since: '2026-02-17' })).toHaveLength(2);
    expect(await told({ since: '2026-02-13T21:00:00Z' })).toHaveLength(3);
    expect(await told({ since: '2026-02-13T21:00:01Z' })).toHaveLength(2);
    const first = await ask({ limit: 2 });
    expect(await told({ limit: 1, cursor: first.nextCursor ?? '' })).toEqual(['runExtended 2026-02-13']);
    expect(await rooms.refusal(new ListInsights({ limit: 1, instrument: 'XNAS:NONE' }))).toBe('unknownInstrument');
  });

  it('at a past moment are those told by then, as they stood', async () => {
    const last = (await ask()).position;
    expect(await told({ asRecorded: last })).toEqual(await told());
    // The last event is the bar of the 17th: it was stored after that of the 13th, and public at its close.
    expect((await told({ asRecorded: last - 1 }))[0]).toBe('runExtended 2026-02-13');
    expect((await told({ asOf: '2026-02-17T20:59:59Z' }))[0]).toBe('runExtended 2026-02-13');
    expect((await told({ asOf: '2026-02-17T21:00:00Z' }))[0]).toBe('runBegan 2026-02-17');
    expect(await told({ asOf: '2026-02-10', since: '2026-02-10' })).toEqual(['runExtended 2026-02-10']);
  });

  it('stay as they are when checkpoints are moved back and when another version is built and serves', async () => {
    const before = (await ask()).data;
    const { pool } = made.database;
    await pool.query('UPDATE projections.checkpoints SET position = 4');
    const parts = { pool, store: recordedWhenKnown(made.store), projection: dossiersProjection };
    const again = new Projector(parts);
    await again.start();
    expect(await again.waitUntil(await made.store.head())).toBe(true);
    expect((await ask()).data).toEqual(before);
    await rebuild(parts);
    expect((await ask()).data).toEqual(before);
    await again.stop();
  });

  it('tell a revision as a correction, and nothing of a revision that comes after seven days', async () => {
    const revised = (session: string, close: number, at: string) =>
      BarsRevised.create(
        { instrumentId: AMZN, source: 'vendor', basisAsOf: null, sessions: [session], close: [close] },
        Date.parse(at),
      );
    await rooms.tell(revised('2026-02-13', 198.7, '2026-02-18T12:00:00Z'));
    const changed = (await ask({ since: '2026-02-18' })).data;
    expect(changed.map(({ kind, session, revision }) => `${kind} ${session} ${revision}`)).toEqual([
      'runBegan 2026-02-17 2',
      'runEnded 2026-02-17 2',
      'runExtended 2026-02-13 2',
    ]);
    const first = (await ask()).data.find(({ kind, revision }) => kind === 'runExtended' && revision === 1);
    expect(changed[2]).toMatchObject({ corrects: first?.id, run: { endClose: 198.7, length: 9 } });
    const before = await ask({ asOf: '2026-02-18T11:59:59Z' });
    expect(before.data.every(({ revision }) => revision === 1)).toBe(true);
    expect((await ask({ asOf: '2026-02-18T12:00:00Z' })).data.slice(0, 3)).toEqual(changed);
    const { length } = (await ask()).data;
    await rooms.tell(revised('2026-02-09', 208.5, '2026-02-25T12:00:00Z'));
    expect((await ask()).data).toHaveLength(length);
  });
});
