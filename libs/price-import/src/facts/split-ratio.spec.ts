import { splitRatio } from './split-ratio';

describe('a split told as new shares for one old', () => {
  it.each([
    [20, 1, 20],
    [2, 1, 2],
    [1.5, 2, 3],
    [1.2, 5, 6],
    [1.25, 4, 5],
    [0.1, 10, 1],
    [0.05, 20, 1],
    [0.125, 8, 1],
  ])('%p is %p to %p', (shares, from, to) => expect(splitRatio(shares)).toEqual({ from, to }));

  it.each([
    [0.142857, 7, 1],
    [0.143, 7, 1],
    [0.0333, 30, 1],
    [1.3333, 3, 4],
    [1.333, 3, 4],
    [0.33, 3, 1],
    [0.066667, 15, 1],
  ])('%p, which the vendor rounded, is %p to %p', (shares, from, to) =>
    expect(splitRatio(shares)).toEqual({ from, to }),
  );

  it.each([
    [1.03, 100, 103],
    [1.015, 200, 203],
    [1.025, 40, 41],
    [0.15, 20, 3],
  ])('%p is as written: %p to %p', (shares, from, to) => expect(splitRatio(shares)).toEqual({ from, to }));

  it.each([1, 0, -2, Number.NaN, Number.POSITIVE_INFINITY])('%p is no split', (shares) =>
    expect(splitRatio(shares)).toBeUndefined(),
  );
});
