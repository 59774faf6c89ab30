import { exchange } from '@streakline/market-time';
import { loadAmazonExample, requestsOf } from './load';

const example = loadAmazonExample();
const barsOf = (ref: string) => example.bars[ref]?.bars ?? [];

describe('the Amazon example', () => {
  it.each([
    ['XNAS:AMZN', 'XNAS'],
    ['ARCX:SPY', 'ARCX'],
  ])('has a bar of %s for every session of %s in its span, and for no other day', (ref, mic) => {
    const sessions = exchange(mic).sessions('2025-01-02', '2026-03-06');
    expect(barsOf(ref).map((bar) => bar.session)).toEqual(sessions);
    expect(sessions).toHaveLength(294);
  });

  it('has no bar whose low or high does not enclose its open and close', () => {
    const odd = barsOf('XNAS:AMZN').filter(
      ({ open = 0, high = 0, low = 0, close }) => low > Math.min(open, close) || high < Math.max(open, close),
    );
    expect(odd).toEqual([]);
  });

  it('announces exactly twice, each time about one listed instrument', () => {
    const listed = example.announcements.map(({ subjects }) =>
      subjects.flatMap((subject) => ('instrument' in subject ? [subject.instrument] : [])),
    );
    expect(listed).toEqual([['XNAS:AMZN'], ['XNAS:AMZN']]);
  });

  it('lists a benchmark before the instrument that refers to it', () => {
    const listed: string[] = [];
    for (const { mic, symbol, benchmarks = [] } of example.instruments) {
      expect(listed).toEqual(expect.arrayContaining(benchmarks.map(({ ref }) => ref)));
      listed.push(`${mic}:${symbol}`);
    }
  });

  it('claims only about announcements that it has', () => {
    const known = example.announcements.map(({ externalId }) => externalId);
    expect(known).toEqual(expect.arrayContaining(example.press.map(({ about }) => about)));
  });

  it('is typed in with fourteen requests', () => {
    expect(requestsOf(example)).toHaveLength(2 + 2 + 4 + 4 + 2);
  });
});
