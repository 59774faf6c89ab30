import { BarsRecorded, DelistingRecorded, HaltRecorded } from '@streakline/events';
import { exchange } from '@streakline/market-time';
import { defineStrategy } from '../index';
import { FREE, planned, runOn, type Tape, WEEK } from '../../test/told-run';

const [MONDAY, TUESDAY, WEDNESDAY, THURSDAY] = WEEK as [string, string, string, string, string];
const xnys = exchange('XNYS');
const FLAT: Tape = { close: [10, 10, 10, 10, 10] };
const halted = (from: string, to?: string): Tape['more'] => {
  const times = to === undefined ? { from } : { from, to };
  return (told) => void told.record(HaltRecorded, { instrumentId: told.instrumentId, ...times });
};

/** Orders one share at an auction when news comes, so many milliseconds before an auction of Wednesday. */
function sessionAfter(before: number, at: 'open' | 'close'): unknown {
  const onNews = defineStrategy({
    name: 'on-news',
    onAnnouncement({ order }, { instrument }) {
      order(instrument, { shares: 1 }, { at });
    },
  });
  const instant = new Date(xnys.hours(WEDNESDAY)[at] - before).toISOString();
  return runOn([{ ...FLAT, more: (told) => void told.announced('news', { at: instant }) }], onNews).orders[0]?.session;
}

describe('an auction', () => {
  it.each(['open', 'close'] as const)('at the %s takes what was decided exactly the latency before it', (at) => {
    expect(sessionAfter(300_000, at)).toBe(WEDNESDAY);
    expect(sessionAfter(299_999, at)).toBe(THURSDAY);
  });

  it('of the next close is taken at its price, and marked there', () => {
    const { orders, curve } = runOn(
      [{ close: [10, 11, 12, 13, 14], open: [10, 20, 20, 20, 20] }],
      planned({ [MONDAY]: { shares: 100 }, [WEDNESDAY]: { toShares: 0 } }),
      { fillAt: 'close' },
    );
    expect(orders).toMatchObject([
      { session: TUESDAY, at: 'close', price: 11 },
      { session: THURSDAY, at: 'close', price: 13 },
    ]);
    expect(curve.equity).toEqual([10_000, 10_000, 10_100, 10_200, 10_200]);
  });

  it('under a halt fills nothing; the close of the same day may', () => {
    const morning = halted(`${TUESDAY}T14:00:00Z`, `${TUESDAY}T15:30:00Z`);
    const plan = { [MONDAY]: { quantity: { shares: 1 }, at: 'open' as const } };
    expect(runOn([{ ...FLAT, more: morning }], planned(plan)).orders).toMatchObject([
      { unfilled: 'halted', price: null },
    ]);
    const atClose = { [MONDAY]: { quantity: { shares: 1 }, at: 'close' as const } };
    expect(runOn([{ ...FLAT, more: morning }], planned(atClose)).orders).toMatchObject([{ sharesFilled: 1 }]);
    // A halt that ends at the very open is over.
    const over = halted(`${TUESDAY}T14:00:00Z`, `${TUESDAY}T14:30:00Z`);
    expect(runOn([{ ...FLAT, more: over }], planned(plan)).orders).toMatchObject([{ sharesFilled: 1 }]);
  });

  it('without an opening price, or after the last session, fills nothing', () => {
    const noOpen = runOn([{ ...FLAT, open: [10, Number.NaN, 10, 10, 10] }], planned({ [MONDAY]: { shares: 1 } }));
    expect(noOpen.orders).toMatchObject([{ unfilled: 'noOpen', price: null }]);
    const gone = runOn(
      [
        {
          ...{ sessions: WEEK.slice(0, 1), close: [10] },
          more: (told) => {
            const delisting = { instrumentId: told.instrumentId, lastSession: MONDAY, reason: 'merger' as const };
            told.record(DelistingRecorded, delisting);
          },
        },
        FLAT,
      ],
      planned({ [MONDAY]: { shares: 1 } }),
    );
    expect(gone.orders).toMatchObject([{ session: TUESDAY, unfilled: 'delisted' }]);
  });

  it('fills nothing at a price that was on record before the order: bars that claim to be known too early', () => {
    const early: Tape['more'] = (told) => {
      const data = { instrumentId: told.instrumentId, source: 'told', basisAsOf: null };
      const knownAt = `${MONDAY}T15:00:00Z`;
      told.record(BarsRecorded, { ...data, sessions: [TUESDAY], open: [10], close: [15], knownAt });
    };
    const sessions = WEEK.filter((session) => session !== TUESDAY);
    const { orders } = runOn(
      [{ close: [10, 15, 15, 15], sessions, more: early }],
      planned({ [TUESDAY]: { shares: 1 } }),
    );
    for (const { unfilled, price } of orders) expect([unfilled, price]).toEqual(['priceKnown', null]);
  });
});

describe('the volume of the sessions before', () => {
  const one = { close: [1, 1, 1, 1, 1] };

  it('caps all orders of a session together', () => {
    const twice = defineStrategy({
      name: 'twice',
      onSession({ order }, { session, traded: [instrument] }) {
        if (session !== MONDAY || instrument === undefined) return;
        order(instrument, { shares: 4_000 });
        order(instrument, { shares: 4_000 });
        order(instrument, { shares: -4_000 }, { at: 'close' });
      },
    });
    const { orders } = runOn([one], twice);
    // 5% of 100,000 is 5,000: 4,000 and 1,000 at the open, and nothing is left for the close.
    expect(orders.map(({ sharesFilled, unfilled }) => [sharesFilled, unfilled])).toEqual([
      [4_000, null],
      [1_000, 'volumeCap'],
      [0, 'volumeCap'],
    ]);
  });

  it('is in shares of the session, and leaves out sessions without a volume on record', () => {
    const volume = [Number.NaN, 100_000, 100_000, 100_000, 100_000];
    const { orders, warnings } = runOn([{ ...one, volume }], planned({ [MONDAY]: { shares: 9_000 } }));
    expect(orders).toMatchObject([{ sharesFilled: 5_000, unfilled: 'volumeCap' }]);
    expect(warnings).toEqual([]);
  });

  it('never lets a run take more than were traded', () => {
    const { orders } = runOn([{ ...one, volume: [100_000, 70, 1, 1, 1] }], planned({ [MONDAY]: { shares: 500 } }));
    expect(orders).toMatchObject([{ sharesFilled: 70, unfilled: 'volumeCap' }]);
  });
});

describe('an order that turns a position around', () => {
  // A rate that is exact in binary: 1/64.
  const costs = { ...FREE, commissionRate: 0.015625 };

  it('ends one trade and begins another, and divides its costs by shares', () => {
    const { orders, trades, curve } = runOn(
      [{ close: [10, 10, 12, 12, 9] }],
      planned({ [MONDAY]: { shares: 100 }, [TUESDAY]: { shares: -300 } }),
      { costs },
    );
    // In for 1,000 (15.625), out and around for 3,600 (56.25: 18.75 for the 100 that leave, 37.5 for the 200 sold short).
    expect(orders).toMatchObject([{ sharesFilled: 100 }, { sharesFilled: -300, unfilled: null }]);
    expect(trades).toMatchObject([
      { side: 'long', shares: 100, entryPrice: 10, exitPrice: 12, grossProfit: 200, costs: 34.375, netProfit: 165.625 },
      {
        side: 'short',
        shares: 200,
        entryPrice: 12,
        exitReason: 'open',
        grossProfit: 600,
        costs: expect.closeTo(37.5, 9) as number,
        netProfit: expect.closeTo(562.5, 9) as number,
      },
    ]);
    expect(curve.equity.at(-1)).toBeCloseTo(10_728.125, 9);
  });

  it('only closes it where the run may not sell short', () => {
    const plan = planned({ [MONDAY]: { shares: 100 }, [TUESDAY]: { shares: -300 } });
    const { orders, curve } = runOn([FLAT], plan, { allowShort: false });
    expect(orders[1]).toMatchObject({ sharesWanted: -300, sharesFilled: -100, unfilled: 'shortSale' });
    expect(curve.openPositions.at(-1)).toBe(0);
  });

  it('from short to long pays for both parts', () => {
    const plan = planned({ [MONDAY]: { shares: -500 }, [TUESDAY]: { shares: 5_000 } });
    const { orders } = runOn([FLAT], plan);
    // 15,000 in cash buy 1,500: 500 go back, and 1,000 are held, which is all of the equity.
    expect(orders[1]).toMatchObject({ sharesFilled: 1_500, unfilled: 'insufficientCash' });
  });
});

describe('orders of one auction', () => {
  it('are filled sales first, so that a switch needs no cash of its own', () => {
    const all = defineStrategy({
      name: 'switch',
      onSession({ order, instrument }, { session }) {
        if (session === MONDAY) order(instrument('XNYS:AAA'), { toWeight: 1 });
        if (session !== TUESDAY) return;
        order(instrument('XNYS:BBB'), { toWeight: 1 });
        order(instrument('XNYS:AAA'), { toWeight: 0 });
      },
    });
    const { orders } = runOn([FLAT, { close: [20, 20, 20, 20, 20] }], all);
    expect(orders.map(({ sharesFilled }) => sharesFilled)).toEqual([1_000, 500, -1_000]);
  });
});

describe('shares bought at an open', () => {
  it('are worth what was paid until their close, whatever news comes between', () => {
    const worth: number[] = [];
    const strategy = defineStrategy({
      name: 'at-noon',
      onSession({ order }, { session, traded: [one] }) {
        if (session === MONDAY) order(one!, { shares: 100 });
      },
      onAnnouncement({ portfolio }) {
        worth.push(portfolio.equity);
      },
    });
    const more: Tape['more'] = (told) => void told.announced('news', { at: `${TUESDAY}T17:00:00Z` });
    runOn([{ close: [10, 13, 13, 13, 13], open: [10, 12, 13, 13, 13], more }], strategy);
    expect(worth).toEqual([10_000]);
  });
});
