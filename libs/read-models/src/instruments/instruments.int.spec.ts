import { idOf, InstrumentClassified, InstrumentRenamed } from '@streakline/events';
import { createTestStore, type TestStore } from '@streakline/testing';
import { readModelsMigrations } from '../dossiers-projection';
import { openRooms, type Rooms } from '../../test/rooms';
import { ACME, bars, benchmark, INDEX, listing } from '../../test/told';
import { GetInstrument } from './get-instrument.handler';
import { ListInstruments } from './list-instruments.handler';

describe('the directory of instruments', () => {
  let store: TestStore;
  let rooms: Rooms;
  beforeAll(async () => {
    store = await createTestStore({ migrations: readModelsMigrations });
    rooms = await openRooms(store.database, store.store);
    await rooms.tell(listing(INDEX, 'SPY', 'ARCX'), listing(ACME, 'ACME'), benchmark(), bars(ACME));
  });
  afterAll(async () => {
    await rooms.close();
    await store.dispose();
  });

  it('shows an instrument by its id and by MIC:SYMBOL, with its benchmark and the reach of its tape', async () => {
    const byName = await rooms.ask(new GetInstrument('XNAS:ACME'));
    expect(byName).toMatchObject({
      ...{ id: ACME, ref: 'XNAS:ACME', symbol: 'ACME', mic: 'XNAS', name: 'ACME Inc', currency: 'USD' },
      benchmarks: [{ instrument: 'ARCX:SPY', instrumentId: INDEX, role: 'market', from: null }],
      tape: { from: '2026-01-02', to: '2026-01-20', sessions: 12 },
      ...{ position: 4, projectionVersion: 1 },
    });
    expect(await rooms.ask(new GetInstrument(ACME))).toEqual(byName);
  });

  it('lists them by symbol, page by page', async () => {
    const first = await rooms.ask(new ListInstruments({ limit: 1 }));
    expect(first.data.map(({ ref }) => ref)).toEqual(['XNAS:ACME']);
    const second = await rooms.ask(new ListInstruments({ limit: 1, cursor: first.nextCursor ?? '' }));
    expect(second.data.map(({ ref }) => ref)).toEqual(['ARCX:SPY']);
    expect(second.nextCursor).toBeNull();
  });

  it('knows no instrument that was never listed', async () => {
    expect(await rooms.refusal(new GetInstrument('XNAS:NONE'))).toBe('unknownInstrument');
    expect(await rooms.refusal(new GetInstrument(idOf('ins', ['nobody'])))).toBe('unknownInstrument');
    expect(await rooms.refusal(new GetInstrument('no ref'))).toBe('unknownInstrument');
  });

  it('shows the sectors that it was put in', async () => {
    const sector = { scheme: 'GICS', code: '25503030', name: 'Broadline Retail', from: '2026-01-02' };
    await rooms.tell(InstrumentClassified.create({ instrumentId: ACME, ...sector }));
    expect(await rooms.ask(new GetInstrument(ACME))).toMatchObject({ sectors: [sector] });
    expect(await rooms.ask(new GetInstrument(INDEX))).toMatchObject({ sectors: [] });
  });

  it('finds a renamed instrument under both names, until another takes the old one', async () => {
    await rooms.tell(InstrumentRenamed.create({ instrumentId: ACME, symbol: 'ACM', mic: 'XNAS', from: '2026-01-15' }));
    expect(await rooms.ask(new GetInstrument('XNAS:ACM'))).toMatchObject({ id: ACME, ref: 'XNAS:ACM' });
    expect(await rooms.ask(new GetInstrument('XNAS:ACME'))).toMatchObject({ id: ACME, ref: 'XNAS:ACM' });
    const successor = idOf('ins', ['room', 'successor']);
    await rooms.tell(listing(successor, 'ACME'));
    expect(await rooms.ask(new GetInstrument('XNAS:ACME'))).toMatchObject({ id: successor });
  });

  describe('sought by words', () => {
    const OTHERS = ['ACM.B', 'ZACME', 'ACMEX'].map((symbol) => [idOf('ins', ['sought', symbol]), symbol] as const);
    const found = async (q: string, at: object = {}) =>
      (await rooms.ask(new ListInstruments({ limit: 100, q, ...at }))).data.map(({ ref }) => ref);
    let before: number;
    beforeAll(async () => {
      before = await rooms.tell(...OTHERS.map(([id, symbol]) => listing(id, symbol, 'XNYS')));
    });

    it('come with the ticker itself first, then those that begin so, then former ones and names', async () => {
      expect(await found('acm')).toEqual(['XNAS:ACM', 'XNYS:ACM.B', 'XNAS:ACME', 'XNYS:ACMEX']);
      expect(await found('acme')).toEqual(['XNAS:ACME', 'XNYS:ACMEX', 'XNAS:ACM']);
      expect(await found('XNYS:acm')).toEqual(['XNYS:ACM.B', 'XNYS:ACMEX']);
      expect(await found('acm.b')).toEqual(['XNYS:ACM.B']);
      expect(await found('inc zac')).toEqual(['XNYS:ZACME']);
      expect(await found('nothing')).toEqual([]);
      expect(await found('_%')).toEqual([]);
    });

    it('have the names that they had at a past moment', async () => {
      expect(await found('acm xnas', { asOf: '2026-01-14' })).toEqual(['XNAS:ACME', 'XNAS:ACME']);
      expect(await found('acm', { asRecorded: 5 })).toEqual(['XNAS:ACME']);
      expect(await found('acm', { asOf: '2026-01-30', asRecorded: before })).toEqual(await found('acm'));
    });

    it('come page by page', async () => {
      const first = await rooms.ask(new ListInstruments({ limit: 2, q: 'acm' }));
      expect(await found('acm', { cursor: first.nextCursor ?? '' })).toEqual(['XNAS:ACME', 'XNYS:ACMEX']);
    });
  });
});
