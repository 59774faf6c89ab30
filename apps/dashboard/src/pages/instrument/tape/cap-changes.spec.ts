import { capChanges } from './cap-changes';
import type { CapRow } from './rows';

function cap(session: string, close: number, shares: number, more: Partial<CapRow> = {}): CapRow {
  const marketCap = close * shares;
  return {
    ...{ session, close, shares, countedOn: session, adjustedShares: shares },
    ...{ marketCap, classMarketCap: marketCap, reason: null, ...more },
  };
}

describe('what changed a market cap', () => {
  it('is price alone while the count stands: −$132.2 bn on Amazon’s day 0', () => {
    const [, day0] = capChanges(
      [cap('2026-02-05', 222.69, 10_690_216_011), cap('2026-02-06', 210.32, 10_690_216_011)],
      [],
    );
    expect(day0?.change).toBeCloseTo(-132_237_972_056.07, 0);
    expect(day0?.priceEffect).toBeCloseTo(-132_237_972_056.07, 0);
    expect(day0?.shareCountEffect).toBe(0);
  });

  it('is N0 (P1 - P0) by price and P1 (N1 - N0) by shares where a new count came', () => {
    const [, monday] = capChanges(
      [cap('2026-02-06', 210.32, 10_690_216_011), cap('2026-02-09', 208.72, 10_734_920_870)],
      [],
    );
    expect(monday?.priceEffect).toBeCloseTo(10_690_216_011 * -1.6, 0);
    expect(monday?.shareCountEffect).toBeCloseTo(208.72 * 44_704_859, 0);
  });

  it('takes a split for no new shares', () => {
    const caps = [cap('2022-06-03', 2447, 508_719_000), cap('2022-06-06', 124.79, 508_719_000 * 20)];
    const [, after] = capChanges(caps, [{ exDate: '2022-06-06', from: 1, to: 20 }]);
    expect(after?.shareCountEffect).toBe(0);
    expect(after?.priceEffect).toBe(after?.change);
  });

  it('is not split where other classes of shares count too', () => {
    const caps = [cap('2026-02-05', 100, 10, { marketCap: 3_000 }), cap('2026-02-06', 110, 10, { marketCap: 3_300 })];
    expect(capChanges(caps, [])[1]).toMatchObject({ change: 300, priceEffect: null, shareCountEffect: null });
  });

  it('is not known next to a session without a market cap', () => {
    const caps = [
      cap('2026-02-05', 100, 10, { marketCap: null, classMarketCap: null, reason: 'staleShareCount' }),
      cap('2026-02-06', 110, 10),
    ];
    expect(capChanges(caps, []).map(({ change }) => change)).toEqual([null, null]);
  });
});
