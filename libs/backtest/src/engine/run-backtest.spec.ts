import { DelistingRecorded, DividendRecorded, SplitRecorded } from '@streakline/events';
import { exchange } from '@streakline/market-time';
import fc from 'fast-check';
import { toldMarket, type ToldInstrument } from '../../test/told-instrument';
import {
  type BacktestResult,
  type BacktestSettingsInput,
  defineStrategy,
  openMarket,
  resolveSettings,
  runBacktest,
  type Strategy,
} from '../index';

const xnys = exchange('XNYS');
/** A week without a holiday. */
const WEEK = xnys.sessions('2021-03-01', '2021-03-05');
const FREE = {
  ...{ commissionRate: 0, commissionMinimum: 0, slippageRate: 0, borrowRate: 0, cashRate: 0, debitRate: 0 },
};
const DATES = { from: '2021-03-01', to: '2021-03-06' };

interface Told {
  readonly open?: readonly number[];
  readonly close: readonly number[];
  readonly volume?: readonly number[];
  readonly sessions?: readonly string[];
  readonly more?: (told: ToldInstrument) => void;
}

function run(
  strategy: Strategy,
  { open, close, volume, sessions = WEEK, more }: Told,
  settings: Partial<BacktestSettingsInput> = {},
): BacktestResult {
  const told = toldMarket();
  const one = told.told('AAA');
  // Twenty sessions before, so that volumes have a mean: 100,000 shares a day, at the first close.
  const before = xnys.sessions('2021-02-01', '2021-02-26');
  one.bars({ sessions: before, close: before.map(() => close[0]!), volume: before.map(() => 100_000) });
  one.bars({ sessions, close, open: open ?? close, volume: volume ?? close.map(() => 100_000) });
  more?.(one);
  const market = openMarket([one.packed()], { asRecorded: told.last });
  const resolved = resolveSettings({ ...DATES, initialCash: 10_000, costs: FREE, ...settings }, market);
  return runBacktest(market, strategy, { settings: resolved });
}

/** Orders once, at the close of a session. */
const once = (
  on: string,
  quantity: Parameters<Parameters<NonNullable<Strategy['onSession']>>[0]['order']>[1],
  at?: 'open' | 'close',
) =>
  defineStrategy({
    name: 'once',
    onSession({ order }, { session, traded }) {
      if (session === on) for (const instrument of traded) order(instrument, quantity, at === undefined ? {} : { at });
    },
  });

describe('an order', () => {
  it('is filled at the next open, in whole shares, and marked at the closes', () => {
    const { orders, curve } = run(once('2021-03-01', { shares: 100 }), {
      open: [10, 11, 12, 13, 14],
      close: [10.5, 11.5, 12.5, 13.5, 14.5],
    });
    expect(orders).toMatchObject([{ session: '2021-03-02', sharesFilled: 100, price: 11, unfilled: null }]);
    // 10,000 - 100 x 11 = 8,900 in cash; with 100 x 11.5 it is 10,050, and so on.
    expect(curve.sessions).toEqual(WEEK);
    expect(curve.cash).toEqual([10_000, 8_900, 8_900, 8_900, 8_900]);
    expect(curve.equity).toEqual([10_000, 10_050, 10_150, 10_250, 10_350]);
    expect(curve.openPositions).toEqual([0, 1, 1, 1, 1]);
  });

  it('at the close is filled at the next one, never at that already seen', () => {
    const { orders } = run(once('2021-03-01', { shares: 100 }, 'close'), { close: [10, 11, 12, 13, 14] });
    expect(orders).toMatchObject([{ session: '2021-03-02', at: 'close', price: 11 }]);
  });

  it('pays slippage and commission, which gross figures leave out', () => {
    const costs = { ...FREE, commissionRate: 0.001, commissionMinimum: 1, slippageRate: 0.002 };
    const {
      orders,
      curve,
      costs: paid,
    } = run(once('2021-03-01', { shares: 500 }), { close: [10, 10, 10, 10, 10] }, { costs });
    // 500 x 10 = 5,000: commission 5, slippage 10.
    expect(orders).toMatchObject([{ commission: 5, slippage: 10 }]);
    expect(curve.equity.at(-1)).toBeCloseTo(9_985, 9);
    expect(curve.grossEquity.at(-1)).toBeCloseTo(10_000, 9);
    expect(paid).toMatchObject({ commission: 5, slippage: 10 });
  });

  it('beyond a share of prior volume is filled up to it', () => {
    const { orders } = run(once('2021-03-01', { shares: 9_000 }), { close: [1, 1, 1, 1, 1] });
    // 5% of 100,000.
    expect(orders).toMatchObject([{ sharesWanted: 9_000, sharesFilled: 5_000, unfilled: 'volumeCap' }]);
  });

  it('beyond the cash is filled up to it', () => {
    const { orders } = run(once('2021-03-01', { shares: 2_000 }), { close: [10, 10, 10, 10, 10] });
    expect(orders).toMatchObject([{ sharesFilled: 1_000, unfilled: 'insufficientCash' }]);
  });

  it('finds no price where nothing was traded, and takes no other', () => {
    const { orders } = run(once('2021-03-01', { shares: 1 }), { close: [10, 10, 10, 10, 10], volume: [1, 0, 1, 1, 1] });
    expect(orders).toMatchObject([{ session: '2021-03-02', sharesFilled: 0, price: null, unfilled: 'zeroVolume' }]);
    const gap = WEEK.filter((session) => session !== '2021-03-02');
    const missing = run(once('2021-03-01', { shares: 1 }), { sessions: gap, close: [10, 10, 10, 10] });
    expect(missing.orders).toMatchObject([{ session: '2021-03-02', unfilled: 'noBar' }]);
  });

  it('decided later than the latency before an open takes the next one', () => {
    const open = xnys.hours('2021-03-03').open;
    const onNews = defineStrategy({
      name: 'on-news',
      onAnnouncement({ order }, { instrument }) {
        order(instrument, { shares: 1 });
      },
    });
    const filledOn = (before: number) =>
      run(onNews, {
        close: [10, 10, 10, 10, 10],
        more: (told) => void told.announced('news', { at: new Date(open - before).toISOString() }),
      }).orders.map(({ session }) => session);
    expect(filledOn(300_000)).toEqual(['2021-03-03']);
    expect(filledOn(299_999)).toEqual(['2021-03-04']);
  });

  it('at the last session finds no auction', () => {
    const { orders } = run(once('2021-03-05', { shares: 1 }), { close: [10, 10, 10, 10, 10] });
    expect(orders).toMatchObject([{ session: null, sharesFilled: 0, unfilled: 'endOfReplay' }]);
  });

  it('may sell short, where the run allows it', () => {
    const sold = run(once('2021-03-01', { shares: -100 }), { close: [10, 10, 9, 9, 9] });
    expect(sold.curve.equity.at(-1)).toBe(10_100);
    const refused = run(once('2021-03-01', { shares: -100 }), { close: [10, 10, 9, 9, 9] }, { allowShort: false });
    expect(refused.orders).toMatchObject([{ sharesFilled: 0, unfilled: 'shortSale' }]);
  });
});

describe('a position', () => {
  it('is split with its instrument: the worth stays', () => {
    const { curve, positionEvents, trades } = run(once('2021-03-01', { shares: 100 }), {
      close: [20, 20, 5, 5, 6],
      more: (told) =>
        void told.record(SplitRecorded, { instrumentId: told.instrumentId, exDate: '2021-03-03', from: 1, to: 4 }),
    });
    expect(curve.equity).toEqual([10_000, 10_000, 10_000, 10_000, 10_400]);
    expect(positionEvents).toMatchObject([{ kind: 'split', session: '2021-03-03', note: '4-for-1' }]);
    expect(trades).toMatchObject([{ shares: 400, entryPrice: 5, exitReason: 'open', grossProfit: 400 }]);
  });

  it('is paid its dividend where it was held before the ex-date', () => {
    const dividend = (told: ToldInstrument) =>
      void told.record(DividendRecorded, { instrumentId: told.instrumentId, exDate: '2021-03-03', amount: 0.5 });
    const held = run(once('2021-03-01', { shares: 100 }), { close: [10, 10, 9.5, 9.5, 9.5], more: dividend });
    expect(held.curve.equity.at(-1)).toBe(10_000);
    expect(held.positionEvents).toMatchObject([{ kind: 'dividend', cash: 50 }]);
    // Bought at the open of the ex-date, it comes too late for it.
    const late = run(once('2021-03-02', { shares: 100 }), { close: [10, 10, 9.5, 9.5, 9.5], more: dividend });
    expect(late.positionEvents).toEqual([]);
  });

  it.each<[string, object, number]>([
    ['the cash on record', { reason: 'acquisition', cashPerShare: 12 }, 10_200],
    ['its last close where none is', { reason: 'acquisition' }, 10_000],
    ['30% less where performance was the reason', { reason: 'performance' }, 9_700],
  ])('is paid %s when its instrument is delisted', (_, told, worth) => {
    const sessions = WEEK.slice(0, 3);
    const { curve, trades, universe } = run(once('2021-03-01', { shares: 100 }), {
      ...{ sessions, close: [10, 10, 10] },
      more: (one) => {
        const delisting = { instrumentId: one.instrumentId, lastSession: '2021-03-03', ...told } as never;
        one.record(DelistingRecorded, delisting);
      },
    });
    expect(curve.equity.at(-1)).toBeCloseTo(worth, 9);
    expect(trades).toMatchObject([{ exitReason: 'delisting' }]);
    expect(universe).toMatchObject({ tradingAtStart: 1, tradingAtEnd: 0, delisted: 1 });
  });
});

describe('a run', () => {
  it('ends where the strategy throws, and keeps what was done until then', () => {
    const throwing = defineStrategy({
      name: 'throwing',
      onSession({ order }, { session, traded }) {
        if (session === '2021-03-04') throw new Error('broken');
        for (const instrument of traded) order(instrument, { shares: 1 });
      },
    });
    const { state, failure, orders } = run(throwing, { close: [10, 10, 10, 10, 10] });
    expect(state).toBe('failed');
    expect(failure).toMatchObject({
      code: 'strategyThrew',
      message: 'broken',
      session: '2021-03-04',
      handler: 'onSession',
    });
    expect(orders.map(({ sharesFilled }) => sharesFilled)).toEqual([1, 1, 1]);
  });

  it('refuses questions about the future, and quantities that are none', () => {
    const failing = (act: Strategy['onSession']) =>
      run(defineStrategy({ name: 'asking', ...(act && { onSession: act }) }), { close: [10, 10, 10, 10, 10] }).failure
        ?.code;
    expect(failing((_, { traded }) => void traded[0]!.close(-1))).toBe('lookAhead');
    expect(failing(({ order }, { traded }) => void order(traded[0]!, { shares: Number.NaN }))).toBe('badOrder');
    expect(failing(({ instrument }) => void instrument('XNYS:NONE'))).toBe('unknownInstrument');
  });

  it('keeps its books: equity is cash and positions, and gross less net is what costs took', () => {
    const prices = fc.array(fc.integer({ min: 500, max: 2_000 }), { minLength: 5, maxLength: 5 });
    const wishes = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 5, maxLength: 5 });
    const costs = { ...FREE, commissionRate: 0.001, commissionMinimum: 1, slippageRate: 0.001, borrowRate: 0.05 };
    fc.assert(
      fc.property(prices, wishes, (cents, weights) => {
        let i = 0;
        const restless = defineStrategy({
          name: 'restless',
          onSession({ order }, { traded }) {
            for (const instrument of traded) order(instrument, { toWeight: weights[i++ % 5]! / 100 });
          },
        });
        const { curve, orders, costs: paid, trades } = run(restless, { close: cents.map((c) => c / 100) }, { costs });
        const total = paid.slippage + paid.commission + paid.borrow + paid.interest;
        curve.equity.forEach((equity, at) => {
          expect(equity).toBeCloseTo(curve.cash[at]! + curve.long[at]! + curve.short[at]!, 6);
        });
        expect(curve.grossEquity.at(-1)! - curve.equity.at(-1)!).toBeCloseTo(total, 6);
        const profits = trades.reduce((sum, trade) => sum + trade.netProfit, 0);
        expect(curve.equity.at(-1)!).toBeCloseTo(10_000 + profits - paid.interest, 4);
        for (const { decidedAt, session, price } of orders) {
          if (price !== null) expect(xnys.hours(session!).open).toBeGreaterThan(decidedAt);
        }
      }),
      { numRuns: 60 },
    );
  });
});
