import { idOf } from '@streakline/events';
import { History } from '../../test/history';
import { insightsOf, type Known, type MarketCap, marketCapsOf, runsOf, timelineOf, withClasses } from '../index';

const FILED = { filedOn: '2021-02-20' };
const [ofA, ofC] = [idOf('ins', ['class A']), idOf('ins', ['class C'])];

/** Alphabet-like: A and C trade, B does not and counts at A's price. 300 A, 50 B, 320 C. */
function alphabet(closesOfC: readonly (number | null)[] = [20, 21, 23], currency = 'USD'): readonly [Known, Known] {
  const unlisted = [{ shareClass: 'B', pricedAs: 'A' }];
  const a = new History(ofA, 'XNAS')
    .listed('GOOGL')
    .classes('A', { listed: [{ instrumentId: ofC, shareClass: 'C' }], unlisted })
    .closes('2021-03-01', [10, 11, 12])
    .shareCount('2021-02-01', 300, { ...FILED, shareClass: 'A' })
    .shareCount('2021-02-01', 50, { ...FILED, shareClass: 'B' })
    .known();
  const c = new History(ofC, 'XNAS', 100)
    .listed('GOOG', currency)
    .classes('C', { listed: [{ instrumentId: ofA, shareClass: 'A' }], unlisted })
    .closes('2021-03-01', closesOfC)
    .shareCount('2021-02-01', 320, FILED)
    .known();
  return [withClasses(a, new Map([[ofC, c]])), withClasses(c, new Map([[ofA, a]]))];
}

const figures = (known: Known) =>
  marketCapsOf(known).map(({ marketCap, classMarketCap, reason }: MarketCap) => [marketCap, classMarketCap, reason]);

describe('the market cap of an issuer with several classes', () => {
  const [a, c] = alphabet();

  it('is that of all classes, the unlisted ones at the price of the listed one that is named, seen from each', () => {
    // 2021-03-01: 300 x 10 + 50 x 10 + 320 x 20 = 9,900; of the class A alone 3,000.
    expect(figures(a)).toEqual([
      [9_900, 3_000, null],
      [10_570, 3_300, null],
      [11_560, 3_600, null],
    ]);
    expect(figures(c)).toEqual([
      [9_900, 6_400, null],
      [10_570, 6_720, null],
      [11_560, 7_360, null],
    ]);
  });

  it('changes by what every class does', () => {
    const [run] = runsOf(a);
    expect(run).toMatchObject({ length: 2, marketCapChange: 1_660, priceEffect: 1_660, shareCountEffect: 0 });
    expect(runsOf(c)[0]).toMatchObject({ marketCapChange: 1_660 });
    expect(timelineOf(a).find(({ kind }) => kind === 'streak')).toMatchObject({ marketCapChange: 1_660 });
  });

  it('is unknown where another class lacks its bar, or its tape is not at hand', () => {
    const [withGap] = alphabet([20, null, 23]);
    expect(figures(withGap)[1]).toEqual([null, 3_300, 'otherClassMissing']);
    expect(runsOf(withGap)[0]).toMatchObject({ marketCapChange: 1_660 });
    const alone = { ...a, others: new Map() };
    expect(figures(alone)[0]).toEqual([null, 3_000, 'otherClassMissing']);
    expect(runsOf(alone)[0]).toMatchObject({ marketCapChange: null, priceEffect: null, shareCountEffect: null });
    expect(insightsOf(alone, 0).filter(({ kind }) => kind === 'marketCapCrossed')).toEqual([]);
  });

  it('is refused where the classes trade in several currencies', () => {
    const [inDollars] = alphabet([20, 21, 23], 'CAD');
    expect(figures(inDollars)[0]).toEqual([null, 3_000, 'mixedCurrencies']);
  });

  it('is unknown where a class has no count, its own included', () => {
    const unlisted = [{ shareClass: 'B', pricedAs: 'A' }];
    const history = new History().listed().classes('A', { unlisted }).closes('2021-03-01', [10]);
    history.shareCount('2021-02-01', 50, { ...FILED, shareClass: 'B' });
    expect(figures(history.known())).toEqual([[null, null, 'noShareCount']]);
    history.shareCount('2021-01-01', 300, { ...FILED, shareClass: 'A' });
    expect(figures(history.known())).toEqual([[3_500, 3_000, null]]);
  });

  it('is of the classes in force on the session, and says nothing of what a new class did', () => {
    const unlisted = [{ shareClass: 'B', pricedAs: 'A' }];
    const history = new History().listed().classes('A', { unlisted, from: '2021-03-02' });
    history.closes('2021-03-01', [10, 11]).shareCount('2021-02-01', 300, FILED);
    history.shareCount('2021-02-01', 50, { ...FILED, shareClass: 'B' });
    expect(figures(history.known())).toEqual([
      [3_000, 3_000, null],
      [3_850, 3_300, null],
    ]);
    expect(runsOf(history.known())[0]).toMatchObject({
      marketCapChange: 850,
      ...{ priceEffect: null, shareCountEffect: null },
    });
  });

  it('weighs classes of different rights by their own prices, and an unlisted one by what it is worth', () => {
    // Berkshire-like: 500,000 class A at 300,000 and 1,300,000,000 class B at 200.
    const b = new History(ofC)
      .listed('BRK.B')
      .closes('2021-03-01', [200])
      .shareCount('2021-02-01', 1.3e9, FILED)
      .known();
    const history = new History(ofA).listed('BRK.A').closes('2021-03-01', [300_000]);
    history.classes('A', { listed: [{ instrumentId: ofC, shareClass: 'B' }] }).shareCount('2021-02-01', 500_000, FILED);
    expect(figures(withClasses(history.known(), new Map([[ofC, b]])))).toEqual([[410e9, 150e9, null]]);
    // Were A unlisted, each of its shares would be worth 1,500 of B: 750,000,000 + 1,300,000,000 at 200.
    const seenFromB = new History(ofC).listed('BRK.B').closes('2021-03-01', [200]);
    seenFromB.classes('B', { unlisted: [{ shareClass: 'A', pricedAs: 'B', worth: 1_500 }] });
    seenFromB.shareCount('2021-02-01', 1.3e9, FILED).shareCount('2021-02-01', 500_000, { ...FILED, shareClass: 'A' });
    expect(figures(seenFromB.known())).toEqual([[410e9, 260e9, null]]);
  });
});

describe('units of trading', () => {
  it('stand for several ordinary shares, of which the counts are', () => {
    // 25,900,000,000 ordinary shares, five a receipt, at 110: 5,180,000,000 receipts.
    const history = new History().listed('TSM').unit({ sharesPerUnit: 5 }).closes('2021-03-01', [110]);
    const [cap] = marketCapsOf(history.shareCount('2021-02-01', 25.9e9, FILED).known());
    expect(cap).toMatchObject({ shares: 25.9e9, adjustedShares: 5.18e9, marketCap: 569.8e9 });
  });

  it('may change: a receipt of half the shares at half the price is worth the same', () => {
    const history = new History().listed().closes('2021-03-01', [100, 50]).split('2021-03-02', 1, 2);
    history.unit({ sharesPerUnit: 10 }).unit({ from: '2021-03-02', sharesPerUnit: 5 });
    expect(figures(history.shareCount('2021-02-01', 1_000, FILED).known()).map(([cap]) => cap)).toEqual([
      10_000, 10_000,
    ]);
    // Counted after the change, in units of after it.
    history.shareCount('2021-03-02', 1_100, { filedAt: '2021-03-02T15:00:00Z' });
    expect(figures(history.known()).map(([cap]) => cap)).toEqual([10_000, 11_000]);
  });

  it('are priced in pence in London: market caps and dividends are in pounds', () => {
    // 5,000,000,000 shares at 420 pence are 21 billion pounds.
    const history = new History(undefined, 'XLON').listed('BP', 'GBP');
    history.unit({ priceUnit: { name: 'GBX', perCurrency: 100 } }).closes('2021-03-01', [420, 441]);
    const known = history.shareCount('2021-02-01', 5e9, FILED).dividend('2021-03-02', 0.21).known();
    expect(figures(known).map(([cap]) => cap)).toEqual([21e9, expect.closeTo(22.05e9, 0)]);
    expect(runsOf(known)[0]).toMatchObject({
      marketCapChange: expect.closeTo(1.05e9, 0) as number,
      priceEffect: expect.closeTo(1.05e9, 0) as number,
    });
    // (441 + 21) / 420.
    expect(known.totalValue[1]! / known.totalValue[0]!).toBeCloseTo(1.1, 12);
  });
});
