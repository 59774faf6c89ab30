import { seededRandom } from '@streakline/event-study';
import { exchange } from '@streakline/market-time';
import { toldMarket } from '../../test/told-instrument';
import {
  type CheckOptions,
  checkStrategy,
  defineStrategy,
  type Instrument,
  type LeakyContext,
  type Market,
  marketAsOf,
  openMarket,
  resolveSettings,
  type RunAt,
  runBacktest,
  type Strategy,
} from '../index';

const xnys = exchange('XNYS');
const SESSIONS = xnys.sessions('2021-01-04', '2021-06-30');
const REPLAY = { from: '2021-02-01', to: '2021-06-30' };
const NAMES = ['AAA', 'BBB', 'CCC'];
const closeOf = (session: string): number => xnys.hours(session).close;

/** Three random walks in cents, with two announcements each. */
function market(): Market {
  const told = toldMarket();
  const random = seededRandom(7);
  const instruments = NAMES.map((name, n) => {
    const close: number[] = [];
    let price = 100;
    for (let i = 0; i < SESSIONS.length; i++) {
      price = Math.round(price * (1 + (random.uniform() - 0.5) * 0.04) * 100) / 100;
      close.push(price);
    }
    const open = close.map((one) => Math.round(one * 99.9) / 100);
    const volume = close.map(() => 5_000_000);
    const one = told.told(name).bars({ sessions: SESSIONS, close, open, volume });
    one.announced('winter', { on: SESSIONS[30 + n]!, timing: 'afterClose' });
    return one.announced('spring', { at: new Date(closeOf(SESSIONS[70 + n]!) - 3_600_000).toISOString() });
  });
  return openMarket(
    instruments.map((one) => one.packed()),
    { asRecorded: told.last },
  );
}

function running(whole: Market, strategy: Strategy): RunAt {
  const settings = resolveSettings({ ...REPLAY, costs: {} }, whole);
  return (asOf) =>
    Promise.resolve(runBacktest(asOf === null ? whole : marketAsOf(whole, asOf), strategy, { settings, hole: true }));
}

const check = (strategy: Strategy, more: Partial<CheckOptions> = {}) => {
  const whole = market();
  return checkStrategy(running(whole, strategy), { market: whole, ...REPLAY, ...more });
};

/** The close that many bars after the newest known one: through the hole that the engine opens for this test alone. */
function closeAhead(context: unknown, instrument: Instrument, bars: number): number | undefined {
  const { close } = (context as LeakyContext).whole(instrument);
  return close[instrument.length - 1 + bars];
}

const honest = defineStrategy({
  name: 'honest',
  onRun(context, { instrument, change, run }) {
    if (change === 'extended' && run.length === 2 && run.direction === 'falling') {
      context.order(instrument, { toWeight: 0.3 });
    }
    if (change === 'ended') context.close(instrument);
  },
  onAnnouncement(context, { instrument }) {
    context.order(instrument, { shares: 10 }, { at: 'close' });
  },
  onFill(context, { instrument, shares }) {
    if (shares === 10) context.order(instrument, { shares: -10 });
  },
});

/** Buys what will rise tomorrow, from the 1st of March on. */
const leaking = defineStrategy({
  name: 'leaking',
  onSession(context, { session, traded }) {
    for (const instrument of traded) {
      if (session < '2021-03-01' || instrument.ref !== 'XNYS:BBB') continue;
      const tomorrow = closeAhead(context, instrument, 1);
      if (tomorrow !== undefined && tomorrow > instrument.close()) context.order(instrument, { shares: 1 });
    }
  },
});

describe('a check of a strategy', () => {
  it('finds nothing in one that uses what is known', async () => {
    const report = await check(honest, { cuts: 30 });
    expect(report).toMatchObject({ state: 'clean', leaks: [], first: null, failure: null });
    expect(report.decisions).toBeGreaterThan(20);
    expect(report.cuts).toHaveLength(30);
    expect(report.runs).toBe(31);
  });

  it('makes no more cuts once its time is up, and says how many it left out', async () => {
    let asked = 0;
    const told: string[] = [];
    const report = await check(honest, {
      cuts: 30,
      isTimeUp: () => ++asked > 4,
      onProgress: ({ phase, done, total }) => told.push(`${phase} ${done} of ${total}`),
    });
    expect(report).toMatchObject({ state: 'clean', cutsLeft: 26, runs: 5 });
    expect(report.cuts).toHaveLength(4);
    expect(told).toEqual([0, 1, 2, 3, 4].map((done) => `cutting ${done} of 30`));
    // A leak that was found by then is told, though not followed to its first moment.
    let runs = 0;
    const leaky = await check(leaking, { isTimeUp: () => ++runs > 24 });
    expect(leaky).toMatchObject({ state: 'leaking', first: { knowsFrom: null, handler: 'onSession' } });
  });

  it('finds one that looks at a later close, its first moment, and what it knew ahead of time', async () => {
    const report = await check(leaking);
    // By hand: the first session from the 1st of March on whose next close of BBB is higher.
    const { known } = market().instruments.find((one) => one.known.names[0]?.symbol === 'BBB')!;
    const start = known.sessions.indexOf('2021-03-01');
    const first = [...known.close.keys()].findIndex((i) => i >= start && known.close[i + 1]! > known.close[i]!);
    const session = known.sessions[first]!;
    expect(report).toMatchObject({
      state: 'leaking',
      first: {
        ...{ moment: closeOf(session), date: session, handler: 'onSession', ref: 'XNYS:BBB' },
        ...{ inWhole: { kind: 'order', asked: { shares: 1 } }, knowsFrom: closeOf(known.sessions[first + 1]!) },
      },
    });
    expect(report.first?.news[0]).toMatchObject({ ref: 'XNYS:BBB', what: `bar of ${known.sessions[first + 1]!}` });
  });

  it('finds one that looks ten sessions ahead, and says how far', async () => {
    const far = defineStrategy({
      name: 'far',
      onSession(context, { traded }) {
        for (const instrument of traded) {
          const later = closeAhead(context, instrument, 10);
          if (later !== undefined && later > instrument.close() * 1.05) context.order(instrument, { value: 1_000 });
        }
      },
    });
    const { first } = await check(far);
    const from = SESSIONS.indexOf(first!.date!);
    expect(first!.knowsFrom).toBe(closeOf(SESSIONS[from + 10]!));
  });

  it('finds one that abstains where it knows better', async () => {
    const shy = defineStrategy({
      name: 'shy',
      onSession(context, { traded }) {
        for (const instrument of traded) {
          const tomorrow = closeAhead(context, instrument, 1);
          if (tomorrow === undefined || tomorrow > instrument.close()) context.order(instrument, { shares: 1 });
        }
      },
    });
    const { first, state } = await check(shy);
    expect(state).toBe('leaking');
    expect(first).toMatchObject({ inCut: { kind: 'order' } });
  });

  it('finds one that breaks where the future is missing', async () => {
    const brittle = defineStrategy({
      name: 'brittle',
      onSession(context, { session, traded }) {
        const [instrument] = traded;
        if (session !== '2021-04-15' || instrument === undefined) return;
        if (closeAhead(context, instrument, 5) === undefined) throw new Error('no such place');
      },
    });
    // It decides nothing, so only a cut that falls in the five sessions tells.
    const { first, state } = await check(brittle, { cuts: 200 });
    expect(state).toBe('leaking');
    expect(first).toMatchObject({ cutFailure: { message: expect.stringContaining('no such place') } });
  });

  it('checks one that fails up to its failure, and says so', async () => {
    const failing = defineStrategy({
      name: 'failing',
      onSession(_, { session }) {
        if (session === '2021-04-15') throw new Error('broken');
      },
    });
    const report = await check(failing);
    expect(report).toMatchObject({ state: 'failed', failure: { message: expect.stringContaining('broken') } });
    expect(report.cuts.every((at) => at < closeOf('2021-04-15'))).toBe(true);
  });

  it('says the same however many runs are under way at once', async () => {
    const [one, four] = [await check(leaking), await check(leaking, { atOnce: 4 })];
    expect(four).toEqual(one);
  });
});
