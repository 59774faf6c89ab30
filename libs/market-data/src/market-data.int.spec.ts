import { catalogue } from '@streakline/events';
import { InstrumentsModule, ListInstrument, RecordSplit, RenameInstrument } from '@streakline/instruments';
import { exchange } from '@streakline/market-time';
import { type Commands, startCommands } from '@streakline/testing';
import { barsStream, MarketDataModule, RecordBars, type RecordBarsBody } from '.';

describe('bars on a real store', () => {
  let commands: Commands;
  let amazon: string;
  beforeAll(async () => {
    commands = await startCommands(InstrumentsModule, MarketDataModule);
    amazon = await list('AMZN');
  });
  afterAll(() => commands.dispose());

  const list = async (symbol: string) =>
    (
      await commands.accept(
        new ListInstrument({ symbol, mic: 'XNAS', name: symbol, currency: 'USD' }, commands.context()),
      )
    ).id;
  const deliver = (ref: string, bars: RecordBarsBody['bars'], others: Partial<RecordBarsBody> = {}) =>
    new RecordBars(ref, { source: 'vendor', basis: 'raw', bars, ...others }, commands.context());
  const friday = { session: '2026-02-06', close: 210.32 };

  it('answers a delivery that is repeated with the first answer, also one of several events', async () => {
    const sessions = exchange('XNAS').sessions('2005-01-03', '2024-12-31');
    const long = sessions.map((session, index) => ({ session, close: 10 + index / 100 }));
    const first = await commands.accept(deliver('XNAS:AMZN', long));
    expect(first).toMatchObject({ said: 'now', id: amazon });
    expect(await commands.accept(deliver('XNAS:AMZN', [...long].reverse()))).toEqual({ ...first, said: 'before' });
    expect(await commands.made.store.readStream(barsStream(amazon))).toHaveLength(3);
  });

  it('records a bar once where many deliver it at once', async () => {
    const receipts = await Promise.all(Array.from({ length: 20 }, () => commands.accept(deliver(amazon, [friday]))));
    expect(receipts.filter(({ said }) => said === 'now')).toHaveLength(1);
    expect(new Set(receipts.map(({ position }) => position)).size).toBe(1);
  });

  it('lets one of many that contradict each other stand', async () => {
    const session = '2026-02-09';
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => commands.execute(deliver(amazon, [{ session, close: 200 + index }]))),
    );
    expect(answers.filter((answer) => 'said' in answer)).toHaveLength(1);
    expect(answers.filter((answer) => 'refused' in answer && answer.code === 'barContradicts')).toHaveLength(9);
  });

  it('stores nothing of a delivery that is refused', async () => {
    const head = await commands.made.store.head();
    const answer = await commands.execute(
      deliver(amazon, [
        { session: '2026-02-10', close: 1 },
        { ...friday, close: 1 },
      ]),
    );
    expect(answer).toMatchObject({ refused: 'conflict', errors: [{ pointer: '/bars/1/close' }] });
    expect(await commands.made.store.head()).toBe(head);
  });

  it('repeats a revision with the first answer', async () => {
    const revise = () => commands.accept(deliver(amazon, [{ ...friday, close: 210.33 }], { revises: true }));
    const first = await revise();
    expect(first.said).toBe('now');
    expect(await revise()).toEqual({ ...first, said: 'before' });
  });

  it('finds a renamed instrument by the name of the last session delivered', async () => {
    const id = await list('FB');
    await commands.accept(new RenameInstrument(id, { symbol: 'META', from: '2022-06-09' }, commands.context()));
    expect(await commands.accept(deliver('XNAS:FB', [{ session: '2022-06-08', close: 1 }]))).toMatchObject({ id });
    expect(
      await commands.accept(
        deliver('XNAS:META', [
          { session: '2022-06-08', close: 1 },
          { session: '2022-06-09', close: 1 },
        ]),
      ),
    ).toMatchObject({ id });
    expect(await commands.execute(deliver('XNAS:FB', [{ session: '2022-06-09', close: 1 }]))).toMatchObject({
      refused: 'notFound',
      detail: expect.stringContaining(id),
    });
  });

  it('compares bars of different bases by the splits on record', async () => {
    const id = await list('SPLIT');
    await commands.accept(new RecordSplit(id, { exDate: '2022-06-06', from: 1, to: 20 }, commands.context()));
    await commands.accept(deliver(id, [{ session: '2022-06-03', close: 2447 }]));
    expect(
      await commands.accept(
        deliver(id, [{ session: '2022-06-03', close: 122.35 }], { basis: 'splitAdjusted', basisAsOf: '2022-06-06' }),
      ),
    ).toMatchObject({ said: 'before' });
  });

  it('stores only events that the catalogue knows, in its form', async () => {
    for await (const batch of commands.made.store.readAll()) {
      for (const event of batch) expect(catalogue.get(event.type)?.schema.safeParse(event.data).error).toBeUndefined();
    }
  });
});
