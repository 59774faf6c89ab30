import { seededRandom } from './random';

describe('seeded random numbers', () => {
  it('are those of xoshiro128** as another program computes them', () => {
    const [one, large] = [seededRandom(1), seededRandom(2 ** 40 + 7)];
    expect(Array.from({ length: 5 }, one.bits)).toEqual([2442144158, 3238099751, 3819917871, 2104621829, 2021136066]);
    expect(Array.from({ length: 5 }, large.bits)).toEqual([1720532007, 3669872891, 3189601455, 811535482, 3227639924]);
  });

  it('are uniform: every tenth of [0, 1) and every integer has its share', () => {
    const random = seededRandom(5);
    const [tenths, sevenths] = [new Int32Array(10), new Int32Array(7)];
    for (let i = 0; i < 70_000; i++) {
      tenths[Math.floor(random.uniform() * 10)]!++;
      sevenths[random.below(7)]!++;
    }
    // The 99.99% points of chi-square with 9 and 6 degrees of freedom.
    expect(chiSquare(tenths, 7_000)).toBeLessThan(33.7);
    expect(chiSquare(sevenths, 10_000)).toBeLessThan(27.9);
  });

  it('stay below a count that does not divide 2^32', () => {
    const random = seededRandom(3);
    const count = 3_000_000_000;
    for (let i = 0; i < 1_000; i++) expect(random.below(count)).toBeLessThan(count);
  });

  it('want a seed that is a whole number', () => {
    expect(() => seededRandom(0.5)).toThrow('The seed 0.5 is not usable');
    expect(() => seededRandom(-1)).toThrow(RangeError);
  });
});

function chiSquare(counts: Int32Array, expected: number): number {
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}
