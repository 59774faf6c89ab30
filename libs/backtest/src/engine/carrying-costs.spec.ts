import { DividendRecorded } from '@streakline/events';
import { FREE, planned, runOn, WEEK } from '../../test/told-run';

const [MONDAY, , WEDNESDAY] = WEEK as [string, string, string, string, string];
const FLAT = { close: [100, 100, 100, 100, 100] };

describe('money', () => {
  it('earns by the calendar day, the weekend as three', () => {
    const { curve, costs } = runOn([{ ...FLAT, sessions: WEEK }], planned({}), {
      ...{ from: '2021-02-25', to: '2021-03-03' },
      costs: { ...FREE, cashRate: 0.365 },
    });
    // 0.1% a day: Thursday to Friday one day, Friday to Monday three, Monday to Tuesday one.
    const equity = [10_000, 10_010, 10_010 * 1.003, 10_010 * 1.003 * 1.001];
    curve.equity.forEach((value, i) => expect(value).toBeCloseTo(equity[i]!, 6));
    expect(costs.interest).toBeCloseTo(10_000 - equity[3]!, 6);
    // Gross is without interest, either way.
    expect(curve.grossEquity.at(-1)).toBeCloseTo(10_000, 6);
  });

  it('that is borrowed to hold more than the equity costs the debit rate', () => {
    const { curve, costs, orders } = runOn([FLAT], planned({ [MONDAY]: { toWeight: 2 } }), {
      leverage: 2,
      costs: { ...FREE, debitRate: 0.365 },
    });
    // 200 shares for 20,000: 10,000 is owed from Tuesday's open on, 10 for the first night, 10.01 for the second.
    expect(orders).toMatchObject([{ sharesFilled: 200, price: 100, unfilled: null }]);
    expect(curve.cash.slice(0, 4)).toEqual([10_000, -10_000, -10_010, expect.closeTo(-10_020.01, 6)]);
    expect(costs.interest).toBeCloseTo(10_000 * (1.001 ** 3 - 1), 6);
    expect(curve.grossEquity.at(-1)).toBeCloseTo(10_000, 6);
  });

  it('beyond the leverage allowed is not lent, costs included', () => {
    const costs = { ...FREE, commissionRate: 0.01 };
    const { orders, curve } = runOn([FLAT], planned({ [MONDAY]: { shares: 300 } }), { leverage: 2, costs });
    // q x 100 <= 2 (10,000 - q): q <= 20,000 / 102 = 196.08.
    expect(orders).toMatchObject([{ sharesFilled: 196, unfilled: 'leverage', commission: 196 }]);
    expect(curve.long[1]! / curve.equity[1]!).toBeLessThanOrEqual(2);
  });
});

describe('a share sold short', () => {
  it('costs its borrow fee for every night, by its value then', () => {
    const { curve, costs, positionEvents, trades } = runOn(
      [{ close: [100, 100, 110, 110, 110] }],
      planned({ [MONDAY]: { shares: -50 }, [WEEK[3]!]: { toShares: 0 } }),
      { costs: { ...FREE, borrowRate: 0.365 } },
    );
    // Tuesday's night 50 x 100 x 0.001 = 5, Wednesday's and Thursday's 50 x 110 x 0.001 = 5.5 each; bought back on Friday.
    expect(costs.borrow).toBeCloseTo(16, 9);
    expect(positionEvents).toMatchObject([{ kind: 'borrowFee', session: WEEK[4] }]);
    expect(trades[0]!.grossProfit).toBeCloseTo(-500, 9);
    expect(trades[0]!.netProfit).toBeCloseTo(-516, 9);
    expect(curve.equity.at(-1)).toBeCloseTo(9_484, 9);
  });

  it('whose dividends use up the cash leaves a debt that pays interest', () => {
    const { curve, costs } = runOn(
      [
        {
          close: [100, 100, 20, 20, 20],
          more: (told) =>
            void told.record(DividendRecorded, { instrumentId: told.instrumentId, exDate: WEDNESDAY, amount: 250 }),
        },
      ],
      planned({ [MONDAY]: { shares: -100 } }),
      { costs: { ...FREE, debitRate: 0.365 } },
    );
    // 10,000 and 10,000 from the sale, less 100 x 250: -5,000, and with 100 x 20 still owed the equity is gone.
    expect(curve.cash.slice(0, 4)).toEqual([10_000, 20_000, -5_000, -5_005]);
    expect(curve.equity[2]).toBe(-7_000);
    expect(costs.interest).toBeCloseTo(5_000 * (1.001 ** 2 - 1), 9);
  });
});
