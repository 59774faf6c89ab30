import {
  DelistingRecorded,
  DistributionRecorded,
  DividendRecorded,
  HaltRecorded,
  SplitRecorded,
} from '@streakline/events';
import { exchange } from '@streakline/market-time';
import fc from 'fast-check';
import { type BacktestResult, type BacktestSettingsInput, defineStrategy, type Quantity } from '../index';
import { runOn, type Tape } from '../../test/told-run';

const MICS = ['XNYS', 'XLON', 'XTKS'] as const;
const SPAN = { from: '2021-03-01', to: '2021-03-27' };
const COSTS = {
  commissionRate: 0.001,
  commissionMinimum: 1,
  slippageRate: 0.001,
  borrowRate: 0.2,
  cashRate: 0.05,
  debitRate: 0.3,
};

/** An instrument's life: prices in tenths, sessions without a bar or volume, and what happened on which session. */
const life = fc.record({
  prices: fc.array(fc.integer({ min: 20, max: 300 }), { minLength: 25, maxLength: 25 }),
  silent: fc.uniqueArray(fc.integer({ min: 1, max: 24 }), { maxLength: 4 }),
  idle: fc.uniqueArray(fc.integer({ min: 0, max: 24 }), { maxLength: 3 }),
  split: fc.option(fc.tuple(fc.integer({ min: 1, max: 15 }), fc.constantFrom([1, 4], [3, 2], [20, 1]))),
  dividend: fc.option(fc.tuple(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 30 }))),
  distribution: fc.option(fc.tuple(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 50 }))),
  halt: fc.option(fc.integer({ min: 1, max: 15 })),
  last: fc.option(fc.integer({ min: 5, max: 17 })),
});
type Life = typeof life extends fc.Arbitrary<infer L> ? L : never;

const wish: fc.Arbitrary<{ readonly quantity: Quantity; readonly at: 'open' | 'close' }> = fc.record({
  quantity: fc.oneof(
    fc.integer({ min: -400, max: 400 }).map((shares) => ({ shares })),
    fc.integer({ min: -80, max: 80 }).map((weight) => ({ toWeight: weight / 100 })),
    fc.integer({ min: -4_000, max: 4_000 }).map((value) => ({ value })),
    fc.constant({ toShares: 0 }),
  ),
  at: fc.constantFrom('open' as const, 'close' as const),
});

function tapeOf(told: Life, mic: (typeof MICS)[number]): Tape & { readonly sessions: readonly string[] } {
  const all = exchange(mic).sessions('2021-03-01', '2021-03-26');
  const last = told.last === null ? undefined : all[told.last];
  const places = all.flatMap((_, i) => (told.silent.includes(i) || i > (told.last ?? Infinity) ? [] : [i]));
  const kept = places.length === 0 ? [0] : places;
  return {
    mic,
    sessions: kept.map((i) => all[i]!),
    close: kept.map((i) => told.prices[i]! / 10),
    open: kept.map((i) => told.prices[i]! / 10 + 0.5),
    volume: kept.map((i) => (told.idle.includes(i) ? 0 : 3_000)),
    more: (one) => {
      const { instrumentId } = one;
      const { split, dividend, distribution, halt } = told;
      if (split !== null)
        one.record(SplitRecorded, { instrumentId, exDate: all[split[0]]!, from: split[1][0], to: split[1][1] });
      if (dividend !== null)
        one.record(DividendRecorded, { instrumentId, exDate: all[dividend[0]]!, amount: dividend[1] / 10 });
      if (distribution !== null)
        one.record(DistributionRecorded, {
          instrumentId,
          exDate: all[distribution[0]]!,
          kind: 'spinOff',
          value: distribution[1] / 10,
        });
      if (halt !== null) one.record(HaltRecorded, { instrumentId, ...haltOf(mic, all[halt]!) });
      if (last !== undefined) one.record(DelistingRecorded, { instrumentId, lastSession: last, reason: 'performance' });
    },
  };
}

/** Over a session's open, an hour long. */
function haltOf(mic: string, session: string): { readonly from: string; readonly to: string } {
  const { open } = exchange(mic).hours(session);
  return { from: new Date(open - 60_000).toISOString(), to: new Date(open + 3_600_000).toISOString() };
}

const cases = fc.record({
  lives: fc.array(life, { minLength: 3, maxLength: 3 }),
  wishes: fc.array(wish, { minLength: 40, maxLength: 40 }),
  leverage: fc.constantFrom(1, 2),
  fractionalShares: fc.boolean(),
});
type Case = typeof cases extends fc.Arbitrary<infer C> ? C : never;

const tapesOf = ({ lives }: Case) => lives.map((told, i) => tapeOf(told, MICS[i]!));

/** Orders of every instrument at every close, one wish after the other. */
function restless({ wishes, leverage, fractionalShares, ...told }: Case): BacktestResult {
  let next = 0;
  const strategy = defineStrategy({
    name: 'restless',
    onSession({ order, instruments }) {
      for (const one of instruments) {
        const { quantity, at } = wishes[next++ % wishes.length]!;
        order(one, quantity, { at });
      }
    },
  });
  const settings: Partial<BacktestSettingsInput> = { ...SPAN, costs: COSTS, leverage, fractionalShares };
  return runOn(tapesOf({ wishes, leverage, fractionalShares, ...told }), strategy, settings);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const placeOf = (ref: string) => 'ABC'.indexOf(ref.slice(-1));

describe('whatever happens to the instruments of a run', () => {
  it('its books are kept', () => {
    fc.assert(
      fc.property(cases, (told) => {
        const { curve, costs, orders, positionEvents, trades, failure } = restless(told);
        expect(failure).toBeNull();
        curve.equity.forEach((equity, i) => {
          expect(equity).toBeCloseTo(curve.cash[i]! + curve.long[i]! + curve.short[i]!, 6);
        });
        // Cash is what it began with, less what was bought, with what came to positions and went as costs.
        const bought = sum(orders.map(({ sharesFilled, price }) => sharesFilled * (price ?? 0)));
        const came = sum(positionEvents.filter(({ kind }) => kind !== 'borrowFee').map(({ cash }) => cash));
        const paid = costs.slippage + costs.commission + costs.borrow + costs.interest;
        expect(curve.cash.at(-1)!).toBeCloseTo(10_000 - bought + came - paid, 4);
        expect(curve.grossEquity.at(-1)! - curve.equity.at(-1)!).toBeCloseTo(paid, 6);
        // Profits of trades are all that moved the equity, but for interest.
        expect(10_000 + sum(trades.map(({ netProfit }) => netProfit)) - costs.interest).toBeCloseTo(
          curve.equity.at(-1)!,
          4,
        );
        expect(sum(trades.map(({ costs: own }) => own))).toBeCloseTo(paid - costs.interest, 6);
      }),
      { numRuns: 20 },
    );
  }, 30_000);

  it('every fill is at a price of its own session, that was to come when it was decided, of what could be traded', () => {
    fc.assert(
      fc.property(cases, (told) => {
        const tapes = tapesOf(told);
        for (const { ref, session, at, price, decidedAt, sharesFilled, sharesWanted } of restless(told).orders) {
          if (price === null) {
            expect(sharesFilled).toBe(0);
            continue;
          }
          const [tape, { halt, last }] = [tapes[placeOf(ref)]!, told.lives[placeOf(ref)]!];
          const hours = exchange(tape.mic!).hours(session!);
          const place = tape.sessions.indexOf(session!);
          expect(price).toBe(tape[at]![place]);
          expect(hours[at] - decidedAt).toBeGreaterThanOrEqual(30_000);
          // No idle session, and no more than were traded.
          expect(tape.volume![place]).toBeGreaterThanOrEqual(Math.abs(sharesFilled));
          expect(Math.abs(sharesFilled)).toBeLessThanOrEqual(Math.abs(sharesWanted!));
          const all = exchange(tape.mic!).sessions('2021-03-01', '2021-03-26');
          if (at === 'open' && halt !== null) expect(session).not.toBe(all[halt]);
          if (last !== null) expect(all.indexOf(session!)).toBeLessThanOrEqual(last);
        }
      }),
      { numRuns: 20 },
    );
  }, 30_000);
});
