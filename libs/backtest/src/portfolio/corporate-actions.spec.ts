import { DistributionRecorded, DividendRecorded, HaltRecorded, SplitRecorded } from '@streakline/events';
import { planned, runOn, WEEK } from '../../test/told-run';
import type { ToldInstrument } from '../../test/told-instrument';

const [MONDAY, , WEDNESDAY] = WEEK as [string, string, string, string, string];
const buy100 = planned({ [MONDAY]: { shares: 100 } });
const sell100 = planned({ [MONDAY]: { shares: -100 } });

const split =
  (from: number, to: number, exDate = WEDNESDAY) =>
  (told: ToldInstrument) =>
    void told.record(SplitRecorded, { instrumentId: told.instrumentId, exDate, from, to });
const dividend =
  (amount: number, exDate = WEDNESDAY) =>
  (told: ToldInstrument) =>
    void told.record(DividendRecorded, { instrumentId: told.instrumentId, exDate, amount });
const distribution = (kind: 'spinOff' | 'rights' | 'special', value: number) => (told: ToldInstrument) =>
  void told.record(DistributionRecorded, { instrumentId: told.instrumentId, exDate: WEDNESDAY, kind, value });

describe('a distribution', () => {
  it.each(['spinOff', 'rights', 'special'] as const)('(%s) comes to a position in cash, at its value', (kind) => {
    const { curve, positionEvents, trades } = runOn(
      [{ close: [20, 20, 14, 14, 15], more: distribution(kind, 6) }],
      buy100,
    );
    // 100 x 6 = 600 for what fell from 20 to 14; then the rest rises by 100.
    expect(curve.cash).toEqual([10_000, 8_000, 8_600, 8_600, 8_600]);
    expect(curve.equity).toEqual([10_000, 10_000, 10_000, 10_000, 10_100]);
    expect(positionEvents).toMatchObject([{ kind: 'distribution', cash: 600, session: WEDNESDAY }]);
    expect(trades).toMatchObject([{ income: 600, grossProfit: 100 }]);
  });

  it('is owed by who is short, and counts beside a dividend of the same day', () => {
    const more = (told: ToldInstrument) => {
      distribution('special', 2)(told);
      dividend(0.5)(told);
    };
    const { curve, trades } = runOn([{ close: [20, 20, 17.5, 17.5, 17.5], more }], sell100);
    // 2,000 came in; 100 x 2.5 went out; what is owed is 1,750.
    expect(curve.cash).toEqual([10_000, 12_000, 11_750, 11_750, 11_750]);
    expect(curve.equity.at(-1)).toBe(10_000);
    expect(trades).toMatchObject([{ side: 'short', income: -250, grossProfit: 0 }]);
  });
});

describe('a payout on a session without a bar', () => {
  it('is counted once: the close before it is worth that much less', () => {
    const halted = (told: ToldInstrument) => {
      dividend(5)(told);
      told.record(HaltRecorded, { instrumentId: told.instrumentId, from: `${WEDNESDAY}T13:00:00Z` });
      // News at noon: what is known of the instrument is looked at again.
      told.announced('news', { at: `${WEDNESDAY}T17:00:00Z` });
    };
    const sessions = WEEK.filter((session) => session !== WEDNESDAY);
    const { curve } = runOn([{ sessions, close: [20, 20, 15, 15], more: halted }], buy100);
    expect(curve.cash[2]).toBe(8_500);
    expect(curve.equity).toEqual([10_000, 10_000, 10_000, 10_000, 10_000]);
  });

  it('leaves a share that it was worth more than without any worth, never with less', () => {
    const sessions = WEEK.slice(0, 2);
    const { curve } = runOn([{ sessions, close: [20, 20], more: distribution('special', 25) }], buy100);
    expect(curve.equity.at(-1)).toBe(10_500);
    expect(curve.long.at(-1)).toBe(0);
  });
});

describe('a split', () => {
  it('pays what is left of whole shares in cash, at the last close', () => {
    const { curve, positionEvents, trades } = runOn(
      [{ close: [20, 20, 30, 30, 30], more: split(3, 2) }],
      planned({ [MONDAY]: { shares: 100 } }),
    );
    // 100 become 66 2/3: 66 shares, and 2/3 of one at 20 x 3/2 = 30, which is 20.
    expect(curve.long.at(-1)).toBe(66 * 30);
    expect(curve.cash.at(-1)).toBeCloseTo(8_020, 9);
    expect(curve.equity.at(-1)).toBeCloseTo(10_000, 9);
    expect(positionEvents.map(({ kind }) => kind)).toEqual(['split', 'cashInLieu']);
    expect(positionEvents[1]!.note).toBe('0.666667 of a share at the last close, 30');
    expect(trades[0]!.grossProfit).toBeCloseTo(0, 9);
  });

  it('is exact where fractions are traded', () => {
    const { curve, positionEvents } = runOn([{ close: [20, 20, 30, 30, 33], more: split(3, 2) }], buy100, {
      fractionalShares: true,
    });
    // 66 2/3 x 33 = 2,200.
    expect(curve.equity.at(-1)).toBeCloseTo(10_200, 9);
    expect(positionEvents.map(({ kind }) => kind)).toEqual(['split']);
  });

  it('that leaves less than a share ends the trade in cash', () => {
    const { curve, trades } = runOn([{ close: [1, 1, 200, 200, 400], more: split(200, 1) }], buy100);
    expect(curve.equity).toEqual([10_000, 10_000, 10_000, 10_000, 10_000]);
    expect(trades).toMatchObject([{ exitReason: 'cashInLieu', exitSession: WEDNESDAY, income: 100, netProfit: 0 }]);
  });

  it('comes before a dividend of its day, which is per new share', () => {
    const more = (told: ToldInstrument) => {
      dividend(0.5)(told);
      split(1, 4)(told);
    };
    const { curve } = runOn([{ close: [20, 20, 4.5, 4.5, 4.5], more }], buy100);
    // 400 x 0.5 = 200, and 400 x 4.5 = 1,800.
    expect(curve.cash.at(-1)).toBe(8_200);
    expect(curve.equity.at(-1)).toBe(10_000);
  });

  it('scales an order in shares that waits for the open of its ex-date', () => {
    const { orders, curve } = runOn(
      [{ close: [20, 20, 5, 5, 5], more: split(1, 4) }],
      planned({ [MONDAY]: { shares: 100 }, [WEEK[1]!]: { shares: -50 }, [WEDNESDAY]: { toShares: 0 } }),
    );
    // Half of 100 is half of 400.
    expect(orders.map(({ asked, sharesFilled }) => [asked, sharesFilled])).toEqual([
      [{ shares: 100 }, 100],
      [{ shares: -50 }, -200],
      [{ toShares: 0 }, -200],
    ]);
    expect(curve.equity.at(-1)).toBe(10_000);
  });
});

describe('a dividend', () => {
  it.each<[string, 'open' | 'close', number, number]>([
    ['bought at the close before its ex-date: paid', 'close', 100, 50],
    ['bought at the open of its ex-date: not paid', 'open', 100, 0],
    ['sold short at the close before it: owed', 'close', -100, -50],
  ])('%s', (_, at, shares, cash) => {
    const order = { quantity: { shares }, at };
    const on = at === 'close' ? MONDAY : WEEK[1]!;
    const { positionEvents } = runOn(
      [{ close: [10, 10, 9.5, 9.5, 9.5], more: dividend(0.5) }],
      planned({ [on]: order }),
    );
    expect(positionEvents.reduce((sum, event) => sum + event.cash, 0)).toBe(cash);
  });

  it('that was told anew is paid as told last, once', () => {
    const more = (told: ToldInstrument) => {
      dividend(0.5)(told);
      dividend(0.7)(told);
    };
    const { positionEvents } = runOn([{ close: [10, 10, 9.5, 9.5, 9.5], more }], buy100);
    expect(positionEvents.map(({ cash }) => cash)).toEqual([70]);
  });
});
