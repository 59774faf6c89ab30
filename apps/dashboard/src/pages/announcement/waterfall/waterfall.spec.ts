import type { MarketCap, ReactionDay } from '../answers';
import { spansOf, type Waterfall, waterfallOf } from './waterfall';
import { layOutWaterfall } from './waterfall-layout';
import {
  amountOf,
  countsInWords,
  effectOf,
  togetherInWords,
  waterfallSummary,
  whyNoMarketCap,
} from './waterfall-words';

/* The Amazon case: closes and share counts as filed; what follows from them was computed apart from this project. */
const [OLD, NEW] = [10_690_216_011, 10_734_920_870];
const fall = {
  ...{ direction: 'falling' as const, start: '2026-02-03', end: '2026-02-13', inForce: false },
  ...{ length: 9, lengthAtBase: 3, lengthFromDay0: 6, return: -0.1818, returnFromDay0: -0.107324 },
  ...{ marketCapChange: -463_299_962_285.26, marketCapChangeFromDay0: -246_609_283_742.29 },
  ...{ priceEffect: -472_186_841_205.87, shareCountEffect: 8_886_878_920.61 },
};
const extended = { relation: 'extended' as const, streak: fall, begun: null };

function dayOf(day: number, session: string, close: number, shares: number): ReactionDay {
  const none = {
    ...{ return: null, totalReturn: null, benchmarkReturn: null, abnormalReturn: null, standardError: null },
    ...{ cumulativeReturn: null, cumulativeTotalReturn: null, cumulativeBenchmarkReturn: null },
    ...{ cumulativeAbnormalReturn: null, cumulativeStandardError: null, run: null },
  };
  const since = {
    return: 0,
    marketCapChange: 0,
    priceEffect: OLD * (close - 222.69),
    shareCountEffect: close * (shares - OLD),
  };
  return { ...none, day, session, close, shares, marketCap: close * shares, sinceBase: day < 0 ? null : since };
}

const days = [
  dayOf(-4, '2026-02-02', 242.96, OLD),
  dayOf(-1, '2026-02-05', 222.69, OLD),
  dayOf(0, '2026-02-06', 210.32, OLD),
  dayOf(5, '2026-02-13', 198.79, NEW),
];
const spans = spansOf(extended, days);
const whole = waterfallOf(extended, days, spans[0]!)!;

describe('the market-cap waterfall', () => {
  it('can be of the whole streak, day 0, or day 5, which ended it', () => {
    expect(spans.map(({ name }) => name)).toEqual(['The whole fall', 'Day 0', 'Day +5, end of the fall']);
  });

  it('has no day that has no bar yet', () => {
    expect(spansOf(extended, days.slice(0, 3)).map(({ value }) => value)).toEqual(['run', '0']);
    expect(spansOf({ ...extended, relation: null, streak: null }, days.slice(0, 2))).toEqual([]);
  });

  it('shows the 463 billion of the nine sessions as 472 by price less 9 by the new share count', () => {
    expect([whole.from, whole.to]).toEqual(['2026-02-02', '2026-02-13']);
    expect(effectOf(whole, whole.price, 'USD')).toBe('−$472.2\u00a0bn');
    expect(effectOf(whole, whole.shares, 'USD')).toBe('+$8.9\u00a0bn');
    expect(amountOf(whole, whole.before, 'USD')).toBe('$2,597.3\u00a0bn');
    expect(waterfallSummary(whole, 'USD')).toContain('−$463.3\u00a0bn, of it −$472.2\u00a0bn by the price');
  });

  it('tells that only 247 billion of it came from day 0 on', () => {
    expect(togetherInWords(whole, 'USD')).toBe(
      'Together −$463.3\u00a0bn: −$216.7\u00a0bn before the announcement, −$246.6\u00a0bn from day 0 on.',
    );
  });

  it('has parts that add up exactly', () => {
    const toDay5 = waterfallOf(extended, days, spans[2]!)!;
    for (const { before, price, shares, after } of [whole, toDay5]) {
      expect(before + price + shares).toBeCloseTo(after, 0);
    }
    expect(toDay5.after - toDay5.before).toBeCloseTo(fall.marketCapChangeFromDay0, 0);
  });

  it('is none without a market cap at both ends', () => {
    const uncounted = days.map((day) => ({ ...day, marketCap: null }));
    expect(waterfallOf(extended, uncounted, spans[0]!)).toBeNull();
    expect(waterfallOf(extended, uncounted, spans[1]!)).toBeNull();
  });

  it('says which share counts it rests on, and why there are none', () => {
    const cap = (session: string, shares: number, countedOn: string) => ({ session, shares, countedOn }) as MarketCap;
    const caps = [
      cap('2026-02-02', OLD, '2025-10-22'),
      cap('2026-02-06', OLD, '2025-10-22'),
      cap('2026-02-09', NEW, '2026-01-28'),
      cap('2026-02-13', NEW, '2026-01-28'),
    ];
    expect(countsInWords(caps, whole)).toBe(
      '10,690,216,011 shares (counted Wed 22 Oct 2025) until the count that was known at the close of Mon 9 Feb 2026: ' +
        '10,734,920,870 shares (counted Wed 28 Jan 2026).',
    );
    const missing = { session: '2026-02-06', reason: 'noShareCount' } as MarketCap;
    expect(whyNoMarketCap([missing], ['2026-02-06'])).toBe(
      'There is no market cap on Fri 6 Feb 2026: no share count was known at that close.',
    );
  });
});

describe('the layout of the waterfall', () => {
  it('begins where each bar before it ended', () => {
    const { bars, links } = layOutWaterfall(whole, 600);
    const [before, price, shares, after] = bars;
    expect(price!.top).toBeCloseTo(before!.top);
    expect(shares!.top + shares!.height).toBeCloseTo(price!.top + price!.height);
    expect(after!.top).toBeCloseTo(shares!.top);
    expect(links).toHaveLength(3);
  });

  it('begins its axis above zero only where the change would else be hidden', () => {
    expect(layOutWaterfall(whole, 600).floor).toBeGreaterThan(0);
    const halved: Waterfall = { ...whole, price: -1_500e9, after: whole.before - 1_500e9 + whole.shares, atBase: null };
    expect(layOutWaterfall(halved, 600).floor).toBe(0);
  });
});
