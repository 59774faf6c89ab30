import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BarsRecorded, BarsRevised } from '@streakline/events';
import {
  InstrumentsModule,
  instrumentStream,
  ListInstrument,
  RecordSplit,
  RenameInstrument,
} from '@streakline/instruments';
import { barOn, barsStream, knownBarsFold, MarketDataModule } from '@streakline/market-data';
import { type Commands, startCommands } from '@streakline/testing';
import { importPrices, type PriceImportOptions, type RefusedPriceRow } from '.';

const NOW = Date.parse('2026-03-09T12:00:00Z');

/** Amazon around its split of 2022-06-06, 20 for 1: as traded until then, and as Yahoo adjusts it. */
const asTraded = `date,open,high,low,close,volume
2022-06-02,2433.68,2512.20,2400.88,2510.22,5028000
2022-06-03,2484.00,2488.00,2420.93,2447.00,4880200
2022-06-06,125.25,128.99,123.81,124.79,135269000
2022-06-07,122.01,124.10,120.63,123.00,85156700
`;
const yahoo = `Date,Open,High,Low,Close,Adj Close,Volume
2022-06-02,121.684,125.610,120.044,125.511,125.511,100560000
2022-06-03,124.200,124.400,121.0465,122.350,122.350,97604000
2022-06-06,125.250,128.990,123.810,124.790,124.790,135269000
2022-06-07,122.010,124.100,120.630,123.000,123.000,85156700
`;

describe('price files on a real store', () => {
  let commands: Commands;
  const folder = mkdtempSync(join(tmpdir(), 'streakline-prices-'));
  let files = 0;
  beforeAll(async () => {
    commands = await startCommands(InstrumentsModule, MarketDataModule);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await commands.dispose();
  });

  const list = async (symbol: string, mic = 'XNAS', name = symbol) =>
    (await commands.accept(new ListInstrument({ symbol, mic, name, currency: 'USD' }, commands.context()))).id;
  const split = (ref: string) =>
    commands.accept(new RecordSplit(ref, { exDate: '2022-06-06', from: 1, to: 20 }, commands.context()));
  const file = (text: string, name = `prices-${++files}.csv`) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const run = async (paths: string | readonly string[], options: Partial<PriceImportOptions> = {}) => {
    const refused: RefusedPriceRow[] = [];
    const all = typeof paths === 'string' ? [paths] : paths;
    const onRefused = (row: RefusedPriceRow) => void refused.push(row);
    const summary = await importPrices(commands.made.store, all, { now: NOW, ...options }, { onRefused });
    return { summary, refused };
  };
  const bars = async (id: string) => {
    const events = await commands.made.store.readStream(barsStream(id));
    const state = events.reduce((before, event) => knownBarsFold.evolve(before, event), knownBarsFold.initialState);
    return { events, on: (session: string) => barOn(state, session) };
  };

  it('records what a file adds, once, on the basis of the file', async () => {
    const id = await list('AMZN');
    const path = file(yahoo, 'AMZN.csv');
    const { summary } = await run(path, { mic: 'XNAS', format: 'yahoo' });
    expect(summary).toMatchObject({ instruments: 1, rows: 4, bars: { recorded: 4, known: 0 }, refused: {} });
    expect(summary.files).toMatchObject([{ file: path, format: 'yahoo', basis: 'splitAdjusted', problem: null }]);
    const { on, events } = await bars(id);
    expect(on('2022-06-03')).toMatchObject({ close: 122.35, volume: 97_604_000, basisAsOf: '2022-06-07' });
    const again = await run(path, { mic: 'XNAS', format: 'yahoo' });
    expect(again.summary.bars).toEqual({ recorded: 0, revised: 0, known: 4, repeated: 0 });
    expect((await bars(id)).events).toHaveLength(events.length);
  });

  it('checks the basis at a split on record, and refuses what moves the other way', async () => {
    const id = await list('SPLT');
    await split(id);
    const path = file(asTraded);
    const wrong = await run(path, { instrument: id, basis: 'splitAdjusted' });
    expect(wrong.summary.refused).toEqual({ basisContradicted: 4 });
    expect(wrong.refused[0]?.reason).toContain(
      'at the split of 2022-06-06, 20 for 1, it moves from 2447 (2022-06-03) to 125.25 (2022-06-06) as prices as traded do',
    );
    expect((await bars(id)).events).toEqual([]);
    const right = await run(path, { instrument: id, basis: 'raw' });
    expect(right.summary).toMatchObject({ bars: { recorded: 4 }, basisChecks: { splitsThatAgree: 1 }, warnings: [] });
    expect((await bars(id)).on('2022-06-03')).toMatchObject({ close: 2447, basisAsOf: null });
    const adjusted = await run(file(yahoo), { instrument: id, format: 'yahoo' });
    expect(adjusted.summary.bars).toMatchObject({ recorded: 0 });
  });

  it('refuses adjusted prices that end before a split on record, until it is told whether they are adjusted for it', async () => {
    const id = await list('ENDS');
    await split(id);
    const head = yahoo.split('\n').slice(0, 3).join('\n');
    const path = file(`${head}\n`);
    const asked = await run(path, { instrument: id, format: 'yahoo' });
    expect(asked.summary).toMatchObject({ bars: { recorded: 0 }, refused: { adjustedToWhen: 2 } });
    expect(asked.refused[0]?.reason).toContain('end before the split of 2022-06-06, 20 for 1');
    expect((await bars(id)).events).toEqual([]);
    const told = await run(path, { instrument: id, format: 'yahoo', adjustedTo: '2026-03-08' });
    expect(told.summary.bars).toMatchObject({ recorded: 2 });
    expect((await bars(id)).on('2022-06-03')).toMatchObject({ close: 122.35, basisAsOf: '2026-03-06' });
    const again = await run(path, { instrument: id, format: 'yahoo', adjustedTo: '2026-03-08' });
    expect(again.summary).toMatchObject({ bars: { recorded: 0, known: 2 }, refused: {} });
  });

  it('warns of a jump that looks like a split of which nothing is known', async () => {
    const id = await list('JUMP');
    const { summary } = await run(file(asTraded), { instrument: id, basis: 'raw' });
    expect(summary.warnings).toMatchObject([{ code: 'unexplainedJump', of: 'XNAS:JUMP' }]);
    expect(summary.warnings[0]?.detail).toContain(
      'from 2447 to 125.25 at the open of 2022-06-06, as a split of 20 for 1',
    );
  });

  it('says so where bars differ from those on record by one factor, as for a split that is not', async () => {
    const id = await list('FACT');
    const days = ['03', '04', '05', '06', '09', '10', '11', '12', '13', '17', '18', '19'];
    const closes = (scale: number) =>
      `date,close\n${days.map((day, index) => `2026-02-${day},${(200 + index) * scale}`).join('\n')}\n`;
    await run(file(closes(1)), { instrument: id, basis: 'raw' });
    const { summary } = await run(file(closes(0.05)), { instrument: id, basis: 'splitAdjusted' });
    expect(summary.refused).toEqual({ barContradicts: 12 });
    expect(summary.warnings).toMatchObject([{ code: 'differsByOneFactor', of: 'XNAS:FACT' }]);
    expect(summary.warnings[0]?.detail).toContain('by the factor 20 throughout');
  });

  it('names the rows that it refuses, and records the rest', async () => {
    const id = await list('ROWS');
    const path = file(`date,open,high,low,close,volume
2026-02-13,1,1,1,1,1
2026-02-16,1,1,1,1,1
2026-02-17,0,1,1,1,1
2026-02-18,1,2,3,2,1
2026-02-19,1,1,1,1,1
2026-02-19,1,1,1,1,1
2026-02-20,1,1,1,1,1
2026-02-20,1,1,1,1.5,1
2026-02-23,1,1,1,-1,1
2026-02-24,2,2,2,2,0.25
`);
    const { summary, refused } = await run(path, { instrument: id, basis: 'raw' });
    expect(summary.bars).toEqual({ recorded: 3, revised: 0, known: 0, repeated: 1 });
    expect(refused.map(({ line }) => line).sort((one, other) => one - other)).toEqual([3, 4, 5, 8, 9, 10]);
    const reasonOf = (line: number) => refused.find((row) => row.line === line)?.reason;
    expect(reasonOf(3)).toContain('2026-02-16 is no session of XNAS (a holiday)');
    expect(reasonOf(5)).toContain('the high 2 is below the low 3');
    expect(reasonOf(8)).toContain('line 9 tells 2026-02-20 differently');
    expect((await bars(id)).on('2026-02-24')).toMatchObject({ volume: 0.25 });
  });

  it('refuses a row of a date to come without doubting the others, also of adjusted prices', async () => {
    const id = await list('SOON');
    const path = file('date,close\n2026-02-26,1\n2026-03-09,2\n2026-06-01,3\n2062-02-27,4\n');
    const { summary, refused } = await run(path, { instrument: id, basis: 'splitAdjusted' });
    expect(summary.bars.recorded).toBe(1);
    expect(refused.map(({ line, code }) => [line, code])).toEqual([
      [3, 'sessionNotClosed'],
      [4, 'sessionNotClosed'],
      [5, 'outsideCoverage'],
    ]);
    // By noon in London of that Monday, New York had not opened: the last session is the Friday's.
    expect((await bars(id)).on('2026-02-26')?.basisAsOf).toBe('2026-03-06');
  });

  it('tells what contradicts the bars on record, and records it as a revision where that is meant', async () => {
    const id = await list('REVI');
    await run(file('date,close\n2026-02-24,10\n2026-02-25,11\n'), { instrument: id, basis: 'raw' });
    const later = file('date,close\n2026-02-24,10.5\n2026-02-25,11\n2026-02-26,12\n');
    const told = await run(later, { instrument: id, basis: 'raw' });
    expect(told.summary).toMatchObject({ bars: { recorded: 1, known: 1 }, refused: { barContradicts: 1 } });
    expect(told.refused).toMatchObject([{ line: 2, date: '2026-02-24', code: 'barContradicts' }]);
    expect(told.refused[0]?.reason).toContain('--revises');
    const revised = await run(later, { instrument: id, basis: 'raw', revises: true });
    expect(revised.summary.bars).toMatchObject({ revised: 1, known: 2 });
    expect((await bars(id)).events.map(({ type }) => type)).toEqual([
      BarsRecorded.name,
      BarsRecorded.name,
      BarsRevised.name,
    ]);
    expect((await bars(id)).on('2026-02-24')?.close).toBe(10.5);
  });

  it('records the dividends and splits that a file carries, once', async () => {
    const id = await list('TING');
    const path = file(`date,close,high,low,open,volume,adjClose,adjHigh,adjLow,adjOpen,adjVolume,divCash,splitFactor
2020-08-07,444.45,454.7,441.17,452.82,49511403,108.2,110.7,107.4,110.2,198045612,0.82,1.0
2020-08-28,499.23,505.77,498.31,504.05,46907479,121.6,123.2,121.4,122.8,187629916,0.0,1.0
2020-08-31,129.04,131.0,126.0,127.58,225702688,125.8,127.7,122.8,124.3,225702688,0.0,4.0
`);
    const { summary } = await run(path, { instrument: id });
    expect(summary).toMatchObject({ splits: { recorded: 1 }, dividends: { recorded: 1 }, bars: { recorded: 3 } });
    expect(summary).toMatchObject({ basisChecks: { splitsThatAgree: 1 }, warnings: [], refused: {} });
    const facts = (await commands.made.store.readStream(instrumentStream(id as `ins_${string}`))).map(
      ({ data }) => data,
    );
    expect(facts).toContainEqual({ instrumentId: id, exDate: '2020-08-31', from: 1, to: 4 });
    expect(facts).toContainEqual({ instrumentId: id, exDate: '2020-08-07', amount: 0.82 });
    const again = await run(path, { instrument: id });
    expect(again.summary).toMatchObject({ splits: { known: 1, recorded: 0 }, dividends: { known: 1, recorded: 0 } });
  });

  it('refuses symbols that are not on record, or lists them where that is wanted', async () => {
    const path = file('symbol,date,close\nNEWA,2026-02-26,1\nNEWA,2026-02-27,2\nNEWB,2026-02-27,3\n');
    const missing = await run(path, { mic: 'XNAS', basis: 'raw' });
    expect(missing.summary).toMatchObject({ refused: { notOnRecord: 3 }, bars: { recorded: 0 } });
    expect(missing.refused.map(({ symbol, text }) => `${symbol}: ${text}`).sort()).toEqual([
      'NEWA: 2 rows',
      'NEWB: 1 row',
    ]);
    const dry = await run(path, { mic: 'XNAS', basis: 'raw', listMissing: { currency: 'USD' }, dryRun: true });
    expect(dry.summary).toMatchObject({ listed: 2, bars: { recorded: 3 }, position: missing.summary.position });
    const listed = await run(path, { mic: 'XNAS', basis: 'raw', listMissing: { currency: 'USD' } });
    expect(listed.summary).toMatchObject({ listed: 2, instruments: 2, bars: { recorded: 3 }, refused: {} });
  });

  it('asks which exchange is meant where a symbol is on record on several', async () => {
    await list('TWIN');
    await list('TWIN', 'XNYS');
    const path = file('date,close\n2026-02-26,1\n', 'TWIN.csv');
    const { refused } = await run(path, { basis: 'raw' });
    expect(refused[0]?.code).toBe('ambiguousSymbol');
    expect(refused[0]?.reason).toContain('XNAS:TWIN');
    expect((await run(path, { basis: 'raw', mic: 'XNYS' })).summary.bars.recorded).toBe(1);
  });

  it('gives rows under the ticker of their own date to whom it named then', async () => {
    const old = await list('OLDT');
    await commands.accept(
      new RenameInstrument(old, { symbol: 'NEWT', mic: 'XNAS', from: '2022-06-06' }, commands.context()),
    );
    const heir = await list('OLDT', 'XNAS', 'The heir of the ticker');
    const nanos = (date: string) => `${Date.parse(`${date}T04:00:00Z`)}000000`;
    const path = file(`ticker,volume,open,close,high,low,window_start,transactions
OLDT,10,1,1,1,1,${nanos('2022-06-03')},3
OLDT,10,7,7,7,7,${nanos('2022-06-07')},3
`);
    const { summary } = await run(path, { mic: 'XNAS' });
    expect(summary).toMatchObject({ instruments: 2, bars: { recorded: 2 }, refused: {} });
    expect((await bars(old)).on('2022-06-03')?.close).toBe(1);
    expect((await bars(heir)).on('2022-06-07')?.close).toBe(7);
  });

  it('records the same where the rows are too many to be held at once', async () => {
    const [one, other] = [await list('HELD'), await list('SEAM')];
    const days = ['17', '18', '19', '20', '23', '24', '25', '26', '27'];
    const text = `date,close\n${days.map((day, index) => `2026-02-${day},${10 + index}`).join('\n')}\n`;
    await run(file(text), { instrument: one, basis: 'splitAdjusted' });
    await run([file(text), file(text.replaceAll('2026-02', '2025-02').replaceAll('-17,', '-28,'))], {
      instrument: other,
      basis: 'splitAdjusted',
      rowsAtOnce: 1,
    });
    const [held, seam] = [await bars(one), await bars(other)];
    const figures = ({ on }: typeof held) =>
      days.map((day) => [on(`2026-02-${day}`)?.close, on(`2026-02-${day}`)?.basisAsOf]);
    expect(figures(seam)).toEqual(figures(held));
    expect(seam.events.length).toBeGreaterThan(held.events.length);
    expect(seam.on('2025-02-28')?.basisAsOf).toBe('2026-02-27');
  });

  it('goes on where it was interrupted', async () => {
    const path = file('symbol,date,close\nSTPA,2026-02-27,1\nSTPB,2026-02-27,2\nSTPC,2026-02-27,3\n');
    const options = { now: NOW, mic: 'XNAS', basis: 'raw', listMissing: { currency: 'USD' }, rowsAtOnce: 1 } as const;
    const stop = new AbortController();
    const onProgress = () => stop.abort(new Error('stopped'));
    await expect(
      importPrices(commands.made.store, [path], options, { signal: stop.signal, onProgress }),
    ).rejects.toThrow('stopped');
    const { bars: counted } = await importPrices(commands.made.store, [path], options);
    expect(counted.recorded + counted.known).toBe(3);
  });

  it('takes the good files where another is none, or is adjusted for dividends', async () => {
    const id = await list('SOME');
    const prose = file('Dear all,\nthe prices are attached.\n');
    const full = file('date,adjClose\n2026-02-27,5\n');
    const good = file('date,close\n2026-02-27,5\n');
    const { summary } = await run([prose, full, good], { instrument: id, basis: 'raw' });
    expect(summary.bars.recorded).toBe(1);
    expect(summary.files.map(({ problem }) => problem === null)).toEqual([false, false, true]);
  });
});
