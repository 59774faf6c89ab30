import { isRefusal } from '@streakline/event-store';
import { complete, eventResult } from '@streakline/event-study';
import {
  BenchmarkAssigned,
  DividendRecorded,
  InstrumentClassified,
  InstrumentRenamed,
  SplitRecorded,
} from '@streakline/events';
import { exchange } from '@streakline/market-time';
import {
  announced,
  bars,
  instrumentOf,
  listed,
  openMarket,
  reasonsOf,
  type Tape,
  type ToldMarket,
} from '../../test/told-market';
import type { StudyRequestInput } from '../request/study-request';
import { studySteps } from '../computing/study-steps';

/** Three hundred sessions; day 0 of the story is the 281st. */
const sessions = exchange('XNAS').sessions('2024-01-02', '2025-12-31').slice(0, 320);
const DAY_ZERO = 280;
const day0 = sessions[DAY_ZERO]!;

/** Closes from returns that swing to `scale`, give or take a little of their own, and shocks on some sessions. */
function tapeOf(scale: number, shocks: Readonly<Record<number, number>> = {}): Tape {
  let price = 100;
  const close = sessions.map((_, i) => {
    const swing = [0.01, -0.008, 0.004, -0.012, 0.006, 0.002, -0.001][(i * i + i) % 7]!;
    const own = (((i * 13) % 5) - 2) / 5_000;
    return (price *= 1 + (shocks[i] ?? scale * swing + scale * scale * own));
  });
  return {
    ...{ sessions, close },
    high: close.map((one, i) => one * (1.01 + (i % 3) / 100)),
    low: close.map((one) => one * 0.99),
    volume: close.map((_, i) => 1_000 + (i % 5) * 100 + (i === DAY_ZERO ? 9_000 : 0)),
  };
}

function without(tape: Tape, ...places: readonly number[]): Tape {
  const kept = <Value>(values: readonly Value[]) => values.filter((_, i) => !places.includes(i));
  return { sessions: kept(tape.sessions), close: kept(tape.close), volume: kept(tape.volume ?? []) };
}

describe('gathering on the store', () => {
  let market: ToldMarket;
  beforeAll(async () => {
    market = await openMarket();
    await market.tell(...listed('INDEX'), bars('INDEX', tapeOf(1)), ...listed('OTHER'), bars('OTHER', tapeOf(3)));
  });
  afterAll(() => market.close());
  const gather = (symbol: string, request: Omit<StudyRequestInput, 'selection'> = {}) =>
    market.gather({ selection: { instruments: [`XNAS:${symbol}`] }, ...request });
  /** A stock with an announcement on day 0. */
  const stock = (symbol: string, tape: Tape = tapeOf(2)) => [
    ...[...listed(symbol, 'INDEX'), bars(symbol, tape), announced(symbol, symbol, day0)],
  ];

  it('leaves out by name, on the store, whatever is doubtful', async () => {
    const good = ['GOOD', 'HALT', 'YOUNG', 'SPLIT', 'LONE'];
    await market.tell(
      ...[...stock('GOOD'), ...stock('HALT', without(tapeOf(2), DAY_ZERO))],
      ...[...stock('YOUNG', without(tapeOf(2), ...Array(200).keys())), ...stock('SPLIT', tapeOf(2, { 100: -0.5 }))],
      ...[...listed('LONE'), bars('LONE', tapeOf(2)), announced('LONE', 'LONE', day0)],
      announced('GOOD', 'far ahead', '2199-01-04'),
      announced('GOOD', 'the same day', day0, { moment: { on: day0, timing: 'intraday' } }),
      announced('GOOD', 'only a date', sessions[230]!, { moment: { on: sessions[230]! } }),
    );
    const { gathered } = await market.gather({ selection: { instruments: good.map((symbol) => `XNAS:${symbol}`) } });
    expect(gathered.events.map(({ traits }) => traits.headline)).toEqual(['GOOD']);
    expect(reasonsOf(gathered)).toEqual({
      LONE: ['noBenchmark'],
      HALT: ['noBarOnDay0', 'missingEventDays'],
      YOUNG: ['shortEstimationWindow'],
      SPLIT: ['unrecordedSplit'],
      'far ahead': ['outsideCalendar'],
      'the same day': ['sameDay0'],
      'only a date': ['assumedDay0'],
    });
  });

  it('sees no split where one is on record', async () => {
    const split = { instrumentId: instrumentOf('TWO'), exDate: sessions[100]!, from: 1, to: 2 };
    await market.tell(...stock('TWO', tapeOf(2, { 100: -0.5 })), SplitRecorded.create(split));
    const { gathered } = await gather('TWO');
    expect(gathered.events).toHaveLength(1);
    expect(Math.min(...gathered.events[0]!.event.series.returns.filter((one) => !Number.isNaN(one)))).toBeGreaterThan(
      -0.1,
    );
  });

  it('warns only, where the request says so', async () => {
    await market.tell(...stock('WARN', tapeOf(2, { 100: -0.5 })));
    const { gathered } = await gather('WARN', { screens: { unrecordedSplit: 'warn' } });
    expect(gathered.leftOut).toEqual([]);
    expect(gathered.events[0]?.suspicions).toMatchObject([
      {
        ...{ screen: 'unrecordedSplit', policy: 'warn', evidence: { to: 2, from: 1 } },
        detail: `The return of -0.5000 on ${sessions[100]} (day -180) looks like 2 shares for 1 with no split on record.`,
      },
    ]);
  });

  it('takes the benchmark in force on each day 0, or the one that the request names', async () => {
    const other = { benchmarkId: instrumentOf('OTHER'), role: 'market' as const, from: sessions[275]! };
    await market.tell(
      ...[...stock('MOVES'), announced('MOVES', 'before', sessions[270]!)],
      BenchmarkAssigned.create({ instrumentId: instrumentOf('MOVES'), ...other }),
    );
    const betas = async (benchmark?: string) => {
      const { gathered, request } = await gather('MOVES', benchmark === undefined ? {} : { benchmark });
      const computed = complete(studySteps(gathered, request));
      if (!('panel' in computed)) throw new Error(computed.detail);
      return computed.panel.events.map((_, i) => eventResult(computed.panel, i).coefficients[1]!);
    };
    const [before, after] = await betas();
    expect(before).toBeCloseTo(2, 1);
    expect(after).toBeCloseTo(2 / 3, 1);
    for (const beta of await betas('XNAS:OTHER')) expect(beta).toBeCloseTo(2 / 3, 1);
  });

  it('takes factors in their order, after the benchmark', async () => {
    await market.tell(...stock('FACT'));
    const { gathered } = await gather('FACT', { model: 'factors', factors: ['XNAS:OTHER'] });
    const { series, day0: row } = gathered.events[0]!.event;
    const onDay0 = (tape: Tape) => tape.close[DAY_ZERO]! / tape.close[DAY_ZERO - 1]! - 1;
    expect(series.factors.map((column) => column[row])).toEqual([
      expect.closeTo(onDay0(tapeOf(1)), 12),
      expect.closeTo(onDay0(tapeOf(3)), 12),
    ]);
  });

  it('counts dividends in, and takes logarithms where asked', async () => {
    const exDate = sessions[DAY_ZERO - 50]!;
    await market.tell(
      ...stock('PAYS'),
      DividendRecorded.create({ instrumentId: instrumentOf('PAYS'), exDate, amount: 5 }),
    );
    const { close } = tapeOf(2);
    const total = (close[DAY_ZERO - 50]! + 5) / close[DAY_ZERO - 51]!;
    const returnOf = async (returns: 'simple' | 'log') => {
      const { gathered } = await gather('PAYS', { returns });
      const { series, day0: row } = gathered.events[0]!.event;
      return series.returns[row - 50]!;
    };
    expect(await returnOf('simple')).toBeCloseTo(total - 1, 12);
    expect(await returnOf('log')).toBeCloseTo(Math.log(total), 12);
  });

  it('studies volume and volatility as it does returns', async () => {
    await market.tell(...stock('LOUD'));
    const onDay0 = async (value: 'logVolume' | 'volatility') => {
      const { gathered } = await gather('LOUD', { value });
      const { series, day0: row } = gathered.events[0]!.event;
      return [series.returns[row]!, series.factors[0]![row - 1]!];
    };
    expect(await onDay0('logVolume')).toEqual([
      expect.closeTo(Math.log(10_000), 12),
      expect.closeTo(Math.log(1_400), 12),
    ]);
    // Parkinson: ln(high / low) / (2 sqrt(ln 2)); 280 leaves 1 over 3, and 279 nothing.
    const scale = 2 * Math.sqrt(Math.log(2));
    expect(await onDay0('volatility')).toEqual([
      expect.closeTo(Math.log(Math.log(1.02 / 0.99) / scale), 10),
      expect.closeTo(Math.log(Math.log(1.01 / 0.99) / scale), 10),
    ]);
  });

  it('spans the gaps of thin trading where asked, the benchmark with them', async () => {
    await market.tell(...stock('THIN', without(tapeOf(2), 100, 101)));
    const { gathered } = await gather('THIN', { tradeToTrade: true });
    const { series, day0: row } = gathered.events[0]!.event;
    const at = row - DAY_ZERO + 102;
    const [own, index] = [tapeOf(2).close, tapeOf(1).close];
    expect(series.returns[at]).toBeCloseTo(own[102]! / own[99]! - 1, 12);
    expect(series.factors[0]![at]).toBeCloseTo(index[102]! / index[99]! - 1, 12);
    expect(series.returns[at - 1]).toBeNaN();
    expect(series.spans?.[at]).toBe(3);
  });

  it('holds rows around its events only, however long the history is', async () => {
    await market.tell(...stock('FEW'));
    const { gathered } = await gather('FEW', { estimation: { from: -60, to: -11 }, minEstimationDays: 40 });
    // 60 days before, 20 after, day 0; before them twenty to compare turnovers with, after them five for leads.
    expect(gathered.events[0]!.event.series.returns).toHaveLength(106);
  });

  it('says the same of an event alone and beside an earlier one, whose rows it shares', async () => {
    // A fall by half on the first day of the estimation, on ten times the usual turnover: news, and no split.
    const first = DAY_ZERO - 260;
    const tape = tapeOf(2, { [first]: -0.5 });
    const volume = tape.volume!.map((shares, i) => (i === first ? 20 * shares : shares));
    await market.tell(...stock('NEWS', { ...tape, volume }));
    const alone = await gather('NEWS', { screens: { contaminatedWindow: 'ignore', overlappingWindow: 'ignore' } });
    await market.tell(announced('NEWS', 'earlier', sessions[DAY_ZERO - 10]!));
    const beside = await gather('NEWS', { screens: { contaminatedWindow: 'ignore', overlappingWindow: 'ignore' } });
    const verdicts = [alone, beside].map(({ gathered: { events } }) =>
      events.filter(({ traits }) => traits.headline === 'NEWS').map(({ suspicions }) => suspicions),
    );
    expect(verdicts).toEqual([[[]], [[]]]);
  });

  const classified = (symbol: string, scheme: string, code: string) =>
    InstrumentClassified.create({ instrumentId: instrumentOf(symbol), scheme, code });

  it('groups by sector where one scheme says all sectors, and otherwise by the one that is named', async () => {
    await market.tell(...stock('ONCE'), ...stock('TWICE'), classified('ONCE', 'GICS', '25'));
    await market.tell(classified('TWICE', 'ICB', '40'), classified('TWICE', 'GICS', '45'));
    const groups = async (symbols: readonly string[], groupBy: StudyRequestInput['groupBy']) => {
      const selection = { instruments: symbols.map((symbol) => `XNAS:${symbol}`) };
      const { gathered } = await market.gatherOrRefuse({ selection, groupBy });
      if (isRefusal(gathered)) return gathered;
      return Object.fromEntries(gathered.events.map(({ event, traits }) => [traits.headline, event.group]));
    };
    expect(await groups(['ONCE'], 'sector')).toEqual({ ONCE: 'GICS:25' });
    expect(await groups(['ONCE', 'TWICE'], { sector: 'GICS' })).toEqual({ ONCE: 'GICS:25', TWICE: 'GICS:45' });
    expect(await groups(['ONCE', 'TWICE'], { sector: 'ICB' })).toEqual({ ONCE: null, TWICE: 'ICB:40' });
    expect(await groups(['ONCE', 'TWICE'], 'sector')).toMatchObject({
      code: 'severalSectorSchemes',
      detail: 'The events have sectors of several schemes: GICS, ICB. Say which, as in {"sector": "GICS"}.',
      errors: [{ pointer: '/groupBy' }],
    });
  });

  it('keeps an instrument that was renamed one group, by its last name, and two of one name two', async () => {
    const [later, instrumentId] = [sessions[DAY_ZERO + 1]!, instrumentOf('OLD')];
    await market.tell(...stock('OLD'), announced('OLD', 'renamed', sessions[DAY_ZERO + 15]!));
    await market.tell(InstrumentRenamed.create({ instrumentId, symbol: 'NEWER', mic: 'XNAS', from: later }));
    const { gathered } = await market.gather({ selection: { instruments: [instrumentId] }, groupBy: 'instrument' });
    expect(gathered.events.map(({ event, traits }) => [traits.instrument, event.group])).toEqual([
      ['XNAS:OLD', 'XNAS:NEWER'],
      ['XNAS:NEWER', 'XNAS:NEWER'],
    ]);
  });

  it('gives the same at a position, whatever is recorded since', async () => {
    const selection = { instruments: ['XNAS:PAST'] };
    const [first, position] = [sessions[250]!, await market.tell(...stock('PAST'))];
    const then = await market.gather({ selection }, position);
    await market.tell(
      ...[bars('PAST', tapeOf(5)), bars('INDEX', tapeOf(1, { 200: 0.02 }))],
      ...[announced('PAST', 'earlier', first), announced('PAST', 'nearby', sessions[DAY_ZERO + 2]!)],
    );
    const again = await market.gather({ selection }, position);
    expect(again.gathered).toEqual(then.gathered);
    expect((await market.gather({ selection })).gathered).not.toEqual(then.gathered);
  });
});
