import { catalogue } from '@streakline/events';
import { type Commands, startCommands } from '@streakline/testing';
import {
  AssignBenchmark,
  ClassifyInstrument,
  InstrumentsModule,
  ListInstrument,
  RecordDelisting,
  RecordDistribution,
  RecordDividend,
  RecordHalt,
  RecordObservations,
  RecordShareClasses,
  RecordShareCount,
  RecordSplit,
  RecordUnit,
  RenameInstrument,
  resolveInstrument,
  ScheduleAnnouncement,
} from '.';
import type { RecordShareClassesBody } from './record-share-classes/record-share-classes.command';

describe('instruments on a real store', () => {
  let commands: Commands;
  beforeAll(async () => {
    commands = await startCommands(InstrumentsModule);
  });
  afterAll(() => commands.dispose());

  const list = (symbol: string, others: object = {}) =>
    commands.accept(
      new ListInstrument(
        { symbol, mic: 'XNAS', name: `${symbol} Inc.`, currency: 'USD', ...others },
        commands.context(),
      ),
    );
  const idOn = async (ref: string, on?: string) => {
    const found = await resolveInstrument(commands.made.store, ref, on);
    return 'refused' in found ? found.code : found.instrumentId;
  };

  it('answers a listing that is repeated with the first answer', async () => {
    await list('SPY1');
    const first = await list('AMZN', { benchmarks: [{ ref: 'XNAS:SPY1', role: 'market' }] });
    expect(first.said).toBe('now');
    expect(await list('AMZN', { benchmarks: [{ ref: 'XNAS:SPY1', role: 'market' }] })).toEqual({
      ...first,
      said: 'before',
    });
    expect(await idOn('XNAS:AMZN')).toBe(first.id);
    expect(await idOn(first.id)).toBe(first.id);
  });

  it('lists one instrument where many list the same at once', async () => {
    const receipts = await Promise.all(Array.from({ length: 20 }, () => list('RACE')));
    expect(new Set(receipts.map(({ id }) => id)).size).toBe(1);
    expect(receipts.filter(({ said }) => said === 'now')).toHaveLength(1);
    expect(await commands.made.store.readStream('symbol-XNAS:RACE')).toHaveLength(1);
  });

  it('gives a symbol to one where two instruments race for it', async () => {
    await list('LEFT');
    await list('RIGHT');
    const rename = (ref: string) =>
      commands.execute(new RenameInstrument(ref, { symbol: 'PRIZE', from: '2025-01-02' }, commands.context()));
    const answers = await Promise.all(['XNAS:LEFT', 'XNAS:RIGHT'].map(rename));
    expect(answers.filter((answer) => 'said' in answer)).toHaveLength(1);
    expect(answers.filter((answer) => 'refused' in answer)).toMatchObject([{ code: 'symbolTaken' }]);
  });

  it('resolves both names of a renamed instrument for their dates, and repeats the rename', async () => {
    const { id } = await list('FB');
    const rename = () =>
      commands.accept(new RenameInstrument('XNAS:FB', { symbol: 'META', from: '2022-06-09' }, commands.context()));
    const first = await rename();
    expect(await rename()).toEqual({ ...first, said: 'before' });
    expect(await idOn('XNAS:FB', '2022-06-08')).toBe(id);
    expect(await idOn('XNAS:FB', '2022-06-09')).toBe('unknownInstrument');
    expect(await idOn('XNAS:META', '2022-06-09')).toBe(id);
    expect(await idOn('XNAS:META', '2022-06-08')).toBe('unknownInstrument');
    expect([await idOn('XNAS:FB'), await idOn('XNAS:META')]).toEqual([id, id]);
    expect(await list('FB')).toMatchObject({ id, said: 'before' });
  });

  it('gives a symbol that is free again to another instrument, from then on', async () => {
    const { id: first } = await list('OLD');
    await commands.accept(new RenameInstrument('XNAS:OLD', { symbol: 'NEW', from: '2024-06-03' }, commands.context()));
    const { id: second } = await list('OLD', { name: 'Somebody else' });
    expect(second).not.toBe(first);
    expect([
      await idOn('XNAS:OLD', '2024-05-31'),
      await idOn('XNAS:OLD', '2024-06-03'),
      await idOn('XNAS:OLD'),
    ]).toEqual([first, second, second]);
  });

  it('answers facts that are repeated with the first answer', async () => {
    await list('FACT');
    // Of two years: streams of their own.
    const observations = ['2025-12-31T20:00:00Z', '2026-01-02T20:00:00Z'].map((at) => ({
      ...{ kind: 'impliedMove', at, value: 0.07, unit: 'fraction', source: 'desk' },
    }));
    const say = [
      () => new RecordSplit('XNAS:FACT', { exDate: '2022-06-06', from: 1, to: 20 }, commands.context()),
      () => new RecordDividend('XNAS:FACT', { exDate: '2025-12-19', amount: 1.5 }, commands.context()),
      () =>
        new RecordShareCount(
          'XNAS:FACT',
          { countedOn: '2026-01-28', shares: 5, filedOn: '2026-02-06' },
          commands.context(),
        ),
      () =>
        new AssignBenchmark('XNAS:FACT', { ref: 'XNAS:SPY1', role: 'sector', from: '2020-01-02' }, commands.context()),
      () => new ClassifyInstrument('XNAS:FACT', { scheme: 'GICS', code: '45' }, commands.context()),
      () => new RecordHalt('XNAS:FACT', { from: '2026-02-27T15:04:10Z' }, commands.context()),
      () =>
        new RecordHalt('XNAS:FACT', { from: '2026-02-27T15:04:10Z', to: '2026-02-27T15:34:10Z' }, commands.context()),
      () =>
        new RecordDistribution(
          'XNAS:FACT',
          { exDate: '2025-11-03', kind: 'spinOff', value: 3, received: { instrument: 'XNAS:SPY1', perShare: 0.5 } },
          commands.context(),
        ),
      () =>
        new ScheduleAnnouncement(
          'XNAS:FACT',
          { kind: 'earnings', scheduledOn: '2026-04-30', knownAt: '2026-01-15T14:00:00Z' },
          commands.context(),
        ),
      () => new RecordObservations('XNAS:FACT', { observations }, commands.context()),
      () =>
        new RecordShareClasses(
          'XNAS:FACT',
          { shareClass: 'A', unlisted: [{ shareClass: 'B', pricedAs: 'A', worth: 1 }] },
          commands.context(),
        ),
      () => new RecordUnit('XNAS:FACT', { priceUnit: { name: 'GBX', perCurrency: 100 } }, commands.context()),
      () => new RecordUnit('XNAS:FACT', { sharesPerUnit: 5 }, commands.context()),
      () => new RecordDelisting('XNAS:FACT', { lastSession: '2026-02-27', reason: 'voluntary' }, commands.context()),
    ];
    for (const command of say) {
      const first = await commands.accept(command());
      expect(await commands.accept(command())).toEqual({ ...first, said: 'before' });
    }
    const racers = await Promise.all(
      Array.from({ length: 10 }, () =>
        commands.accept(new RecordDividend('XNAS:FACT', { exDate: '2025-09-19', amount: 1 }, commands.context())),
      ),
    );
    expect(racers.filter(({ said }) => said === 'now')).toHaveLength(1);
  });

  describe('the classes of an issuer', () => {
    const classes = (ref: string, body: RecordShareClassesBody) =>
      new RecordShareClasses(ref, body, commands.context());
    const unlisted = [{ shareClass: 'B', pricedAs: 'A' }];
    const count = (ref: string, shareClass: string) =>
      commands.execute(
        new RecordShareCount(
          ref,
          { countedOn: '2026-01-28', shares: 5, filedOn: '2026-02-06', shareClass },
          commands.context(),
        ),
      );

    it('are told of one, and stand at each that is listed', async () => {
      const [a, c] = [await list('GOOGL'), await list('GOOG')];
      const told = await commands.accept(
        classes('XNAS:GOOGL', { shareClass: 'A', listed: [{ ref: 'XNAS:GOOG', shareClass: 'C' }], unlisted }),
      );
      expect(told).toMatchObject({ id: a.id, said: 'now' });
      const fromC = { shareClass: 'C', listed: [{ ref: 'XNAS:GOOGL', shareClass: 'A' }], unlisted };
      expect(await commands.accept(classes('XNAS:GOOG', fromC))).toEqual({ ...told, id: c.id, said: 'before' });
    });

    it('are corrected where it is said that they were wrong, also at what is no class of it', async () => {
      const [own] = [await list('OWN'), await list('STRANGER')];
      const stranger = { shareClass: 'A', listed: [{ ref: 'XNAS:STRANGER', shareClass: 'B' }] };
      await commands.accept(classes('XNAS:OWN', stranger));
      const alone = { shareClass: 'A', unlisted: [{ shareClass: 'B', pricedAs: 'A' }] };
      expect(await commands.execute(classes('XNAS:OWN', alone))).toMatchObject({
        ...{ refused: 'conflict', code: 'shareClassesContradict' },
      });
      expect(await commands.accept(classes('XNAS:OWN', { ...alone, corrects: true }))).toMatchObject({ id: own.id });
      const left = await resolveInstrument(commands.made.store, 'XNAS:STRANGER');
      expect(left).toMatchObject({ state: { shareClasses: [{ shareClass: 'B', listed: [], unlisted: [] }] } });
    });

    it('are counted each where it is priced', async () => {
      expect(await count('XNAS:GOOGL', 'A')).toMatchObject({ said: 'now' });
      expect(await count('XNAS:GOOGL', 'B')).toMatchObject({ said: 'now' });
      for (const [ref, shareClass] of [
        ['XNAS:GOOGL', 'C'],
        ['XNAS:GOOG', 'B'],
        ['XNAS:GOOG', 'Z'],
      ] as const) {
        const errors = [{ pointer: '/shareClass', detail: expect.stringMatching(/[Rr]ecord/) as string }];
        expect(await count(ref, shareClass)).toMatchObject({ refused: 'invalid', errors });
      }
    });

    it('are refused where one is named twice, has no price, or is no instrument', async () => {
      await list('TWICE');
      const refused = async (body: Omit<RecordShareClassesBody, 'shareClass'>) => {
        const answer = await commands.execute(classes('XNAS:TWICE', { shareClass: 'A', ...body }));
        return 'errors' in answer ? answer.errors.map(({ pointer }) => pointer) : [];
      };
      expect(await refused({ unlisted: [{ shareClass: 'A', pricedAs: 'A' }] })).toEqual(['/shareClass']);
      expect(await refused({ listed: [{ ref: 'XNAS:TWICE', shareClass: 'B' }] })).toEqual(['/listed/0/ref']);
      expect(await refused({ unlisted: [{ shareClass: 'B', pricedAs: 'C' }] })).toEqual(['/unlisted/0/pricedAs']);
      expect(await refused({ listed: [{ ref: 'XNAS:NONE', shareClass: 'B' }] })).toEqual(['/listed/0/ref']);
    });
  });

  it('says which instrument is unknown, and how to write a reference', async () => {
    const dividend = { exDate: '2025-12-19', amount: 1.5 };
    expect(await commands.execute(new RecordDividend('XNAS:NONE', dividend, commands.context()))).toMatchObject({
      refused: 'notFound',
      code: 'unknownInstrument',
    });
    expect(await commands.execute(new RecordDividend('NONE', dividend, commands.context()))).toMatchObject({
      refused: 'notFound',
      detail: expect.stringContaining('MIC:SYMBOL'),
    });
  });

  it('answers a key that is used again with the first answer, and refuses another request under it', async () => {
    const under = (symbol: string, fingerprint: string) =>
      commands.execute(
        new ListInstrument(
          { symbol, mic: 'XNAS', name: symbol, currency: 'USD' },
          commands.context({ idempotency: { key: 'key-1', fingerprint } }),
        ),
      );
    const first = await under('KEYED', 'a'.repeat(64));
    expect(await under('KEYED', 'a'.repeat(64))).toEqual({ ...first, said: 'before' });
    expect(await under('OTHER', 'b'.repeat(64))).toMatchObject({ refused: 'conflict', code: 'idempotencyKeyReused' });
  });

  it('stores only events that the catalogue knows, in its form', async () => {
    for await (const batch of commands.made.store.readAll()) {
      for (const event of batch) expect(catalogue.get(event.type)?.schema.safeParse(event.data).error).toBeUndefined();
    }
  });
});
