import fc from 'fast-check';
import { parseSpace } from './parse-space';
import { pointsOf } from './points-of';

const DEFAULTS = { hold: 10, threshold: 0.05, long: true, on: 'open' };
const read = (grid: string[], random: string[] = []) => parseSpace(DEFAULTS, grid, random);

describe('a search space', () => {
  it('reads values by the type of the default', () => {
    expect(read(['hold=5, 10,20', 'long=true,false', 'on=open,close']).grid).toEqual({
      hold: [5, 10, 20],
      long: [true, false],
      on: ['open', 'close'],
    });
  });

  it('reads ranges, whole where default and bounds are', () => {
    expect(read([], ['threshold=0.01..0.1', 'hold=5..20']).random).toEqual({
      threshold: { from: 0.01, to: 0.1, scale: 'linear', whole: false },
      hold: { from: 5, to: 20, scale: 'linear', whole: true },
    });
    expect(read([], ['threshold=1e-3..0.1:log']).random).toEqual({
      threshold: { from: 0.001, to: 0.1, scale: 'log', whole: false },
    });
  });

  it.each<[string, string[], string[], RegExp]>([
    ['a name without values', ['hold'], [], /"hold" is no parameter with values: write it as hold=5,10,20/],
    ['an unknown parameter', ['holding=5'], [], /no parameter "holding"\. It has hold, threshold, long, on\./],
    ['a word for a number', ['hold=5,ten'], [], /"ten" is no value of hold: write a number/],
    ['a number for a truth', ['long=1'], [], /"1" is no value of long: write true or false/],
    ['one value twice', ['hold=5,5.0'], [], /hold has the same value twice/],
    ['a parameter given twice', ['hold=5'], ['hold=1..3'], /"hold" is given twice/],
    ['a range of one bound', [], ['hold=5'], /"5" is no range of hold: write it as hold=0\.01\.\.0\.1/],
    ['an empty range', [], ['hold=5..5'], /The range 5\.\.5 of hold is empty/],
    ['a logarithm of nothing', [], ['hold=0..5:log'], /must be above 0/],
    ['a range of truths', [], ['long=0..1'], /long is no number/],
  ])('refuses %s, and says how to mend it', (_, grid, random, message) => {
    expect(() => read(grid, random)).toThrow(message);
  });
});

describe('the points of a space', () => {
  it('are all of the grid, the last parameter moving fastest', () => {
    expect(pointsOf(read(['hold=5,10', 'on=open,close']))).toEqual([
      { hold: 5, on: 'open' },
      { hold: 5, on: 'close' },
      { hold: 10, on: 'open' },
      { hold: 10, on: 'close' },
    ]);
  });

  it('are the same draws for each point of the grid', () => {
    const points = pointsOf(read(['hold=5,10'], ['threshold=0.01..0.1']), { trials: 4 });
    expect(points.map(({ hold }) => hold)).toEqual([5, 5, 5, 5, 10, 10, 10, 10]);
    expect(points.slice(0, 4).map(({ threshold }) => threshold)).toEqual(
      points.slice(4).map(({ threshold }) => threshold),
    );
    expect(new Set(points.map(({ threshold }) => threshold)).size).toBe(4);
  });

  it('are a part of a grid that is larger than the budget, without repeats, in order', () => {
    const space = read([`hold=${Array.from({ length: 50 }, (_, i) => i).join()}`]);
    const points = pointsOf(space, { trials: 10, seed: 3 }).map(({ hold }) => Number(hold));
    expect(points).toHaveLength(10);
    expect([...new Set(points)].sort((a, b) => a - b)).toEqual(points);
    expect(pointsOf(space, { trials: 10, seed: 4 })).not.toEqual(pointsOf(space, { trials: 10, seed: 3 }));
  });

  it('lie within their ranges, and are the same for the same seed', () => {
    const space = read([], ['threshold=0.001..0.1:log', 'hold=5..7']);
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const points = pointsOf(space, { trials: 5, seed });
        for (const { threshold, hold } of points) {
          expect(threshold).toBeGreaterThanOrEqual(0.001);
          expect(threshold).toBeLessThanOrEqual(0.1);
          expect([5, 6, 7]).toContain(hold);
        }
        expect(pointsOf(space, { trials: 5, seed })).toEqual(points);
      }),
    );
  });

  it('draw all of a whole range, its bounds as often as the rest', () => {
    const counts = new Map<unknown, number>();
    for (const { hold } of pointsOf(read([], ['hold=1..4']), { trials: 4_000 })) {
      counts.set(hold, (counts.get(hold) ?? 0) + 1);
    }
    // 1,000 expected of each; five standard deviations of a binomial are 137.
    for (const value of [1, 2, 3, 4]) expect(Math.abs((counts.get(value) ?? 0) - 1_000)).toBeLessThan(137);
  });

  it('must be some, and not too many', () => {
    expect(() => pointsOf(read([]))).toThrow(/Nothing to try/);
    expect(() => pointsOf(read(['hold=1,2'], ['threshold=0.1..0.2']), { trials: 60_000 })).toThrow(/more than 100000/);
  });
});
