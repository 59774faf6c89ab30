import { sharesBetween } from './capital';
import { type Adjustment, drawnBars } from './drawn-bars';
import type { BarRow } from './rows';

/** Bars of closes alone; `factor` is what the API divides by for later splits. */
function bars(closes: readonly (readonly [session: string, close: number, factor?: number])[]): readonly BarRow[] {
  return closes.map(([session, close, factor = 1]) => {
    const unknown = { open: null, high: null, low: null, volume: null };
    return {
      ...{ session, close, ...unknown, source: 'vendor', knownAt: `${session}T21:00:00.000Z` },
      adjusted: { ...unknown, close: close / factor },
    };
  });
}

const amazon = bars([
  ['2026-02-05', 222.69],
  ['2026-02-06', 210.32],
]);
const none = { splits: [], payouts: [] };

describe('bars as they are drawn', () => {
  it('change as the case of Amazon says: −5.55% on day 0', () => {
    const [first, day0] = drawnBars(amazon, 'splits', none);
    expect(first?.change).toBeNull();
    expect(day0?.change).toBeCloseTo(-0.0555, 4);
  });

  it('keep what is not known unknown', () => {
    expect(drawnBars(amazon, 'total', none)[1]).toMatchObject({ open: null, high: null, low: null, volume: null });
  });

  describe('over a split of 1 to 20', () => {
    // Amazon's own of 2022-06-06: 2,447.00 before it, 124.79 after it.
    const tape = bars([
      ['2022-06-03', 2447, 20],
      ['2022-06-06', 124.79],
    ]);
    const splits = [{ exDate: '2022-06-06', from: 1, to: 20 }];
    it.each<[Adjustment, number]>([
      ['splits', 122.35],
      ['traded', 2447],
      ['total', 122.35],
    ])('are drawn %s from %d, and rose by 1.99% in each case', (adjustment, close) => {
      const [before, after] = drawnBars(tape, adjustment, { splits, payouts: [] });
      expect(before?.close).toBeCloseTo(close, 10);
      expect(after?.close).toBe(124.79);
      expect(after?.change).toBeCloseTo(0.0199, 4);
    });
  });

  describe('with a dividend', () => {
    const tape = bars([
      ['2026-03-02', 100],
      ['2026-03-03', 98],
      ['2026-03-05', 98],
    ]);
    it('return (P1 + D) / P0 - 1 on the ex-date, and end at the last close', () => {
      const payouts = [{ exDate: '2026-03-03', amount: 3 }];
      const drawn = drawnBars(tape, 'total', { splits: [], payouts });
      expect(drawn[1]?.change).toBeCloseTo(0.01, 12);
      expect(drawn.map(({ close }) => close)).toEqual([expect.closeTo(98 / 1.01, 10), 98, 98]);
    });

    it('count it at the next bar where the ex-date lacks its own', () => {
      const payouts = [{ exDate: '2026-03-04', amount: 0.98 }];
      expect(drawnBars(tape, 'total', { splits: [], payouts })[2]?.change).toBeCloseTo(0.01, 12);
    });

    it('leave price returns as they are', () => {
      const payouts = [{ exDate: '2026-03-03', amount: 3 }];
      expect(drawnBars(tape, 'splits', { splits: [], payouts })[1]?.change).toBeCloseTo(-0.02, 12);
    });
  });
});

describe('what a share becomes', () => {
  const splits = [
    { exDate: '2020-08-31', from: 1, to: 4 },
    { exDate: '2022-07-18', from: 3, to: 1 },
  ];
  it('counts the splits after one date up to another', () => {
    expect(sharesBetween(splits, '2020-08-30', '2020-08-31')).toBe(4);
    expect(sharesBetween(splits, '2020-08-31', '2022-07-18')).toBe(1 / 3);
    expect(sharesBetween(splits, '2020-01-02', '2026-01-02')).toBe(4 / 3);
    expect(sharesBetween(splits, '2022-07-18', '2026-01-02')).toBe(1);
  });
});
