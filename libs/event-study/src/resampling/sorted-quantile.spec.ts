import { sortedQuantile } from '../index';

describe('a quantile of sorted values', () => {
  it("is R's quantile(x, type = 7), and numpy's", () => {
    const values = Float64Array.of(-3, 0.5, 1, 4, 4, 10);
    const expected: readonly [number, number][] = [
      [0, -3],
      [0.025, -2.5625],
      [0.25, 0.625],
      [0.5, 2.5],
      [0.9, 7],
      [1, 10],
    ];
    for (const [share, value] of expected) expect(sortedQuantile(values, share)).toBeCloseTo(value, 14);
  });

  it('of one value is that value', () => {
    expect([0, 0.3, 1].map((share) => sortedQuantile(Float64Array.of(7), share))).toEqual([7, 7, 7]);
  });
});
