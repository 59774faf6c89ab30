import fc from 'fast-check';
import { History } from '../../test/history';
import { marketCapsOf, reactionsOf, runsOf } from '../index';

const price = fc.integer({ min: 500, max: 5_000 }).map((cents) => cents / 100);
const ratio = fc.constantFrom<[number, number]>([1, 2], [1, 20], [2, 3], [10, 1]);

/** The same life with and without a split before bar `at`: what was worth 1 is worth from / to from there on. */
function lives(
  prices: readonly number[],
  at: number,
  [from, to]: readonly [number, number],
): readonly [History, History] {
  const life = (closes: readonly number[]) =>
    new History()
      .listed()
      .closes('2021-03-01', closes)
      .shareCount('2021-02-01', 1_000, { filedOn: '2021-02-02' })
      .dividend('2021-03-02', 0.25)
      .announced('news', { on: '2021-03-09', timing: 'preMarket' });
  const split = life(prices.map((close, i) => (i < at ? close : (close * from) / to)));
  return [life(prices), split.split(split.sessionsFrom('2021-03-01', at + 1)[at]!, from, to)];
}

describe('a split', () => {
  it('leaves runs, returns and market caps as they are', () => {
    fc.assert(
      fc.property(
        fc.array(price, { minLength: 16, maxLength: 16 }),
        fc.integer({ min: 2, max: 15 }),
        ratio,
        (prices, at, shares) => {
          const [whole, split] = lives(prices, at, shares).map((history) => history.known());
          expect(runsOf(split!).map(({ start, end }) => [start, end])).toEqual(
            runsOf(whole!).map(({ start, end }) => [start, end]),
          );
          const [expected, actual] = [reactionsOf(whole!)[0]!, reactionsOf(split!)[0]!];
          actual.windows.forEach((window, i) => {
            const { return: price, totalReturn } = expected.windows[i]!;
            expect(window.return === null).toBe(price === null);
            expect(window.return ?? 0).toBeCloseTo(price ?? 0, 10);
            expect(window.totalReturn ?? 0).toBeCloseTo(totalReturn ?? 0, 10);
          });
          expect(actual.relation).toBe(expected.relation);
          const caps = marketCapsOf(whole!);
          marketCapsOf(split!).forEach(({ marketCap }, i) =>
            expect(marketCap ?? 0).toBeCloseTo(caps[i]!.marketCap ?? NaN, 4),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});
