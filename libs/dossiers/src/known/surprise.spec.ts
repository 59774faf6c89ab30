import { surpriseOf } from '../index';

const figure = { metric: 'eps', unit: 'USD/share' };

describe('the surprise of a measure', () => {
  // Worked by hand.
  it.each([
    ['beats by a tenth', { actual: 2.2, expected: { value: 2 } }, 0.1],
    ['misses by a quarter', { actual: 1.5, expected: { value: 2 } }, -0.25],
    ['loses half of what was feared', { actual: -1, expected: { value: -2 } }, 0.5],
    ['loses where a gain was expected', { actual: -1, expected: { value: 2 } }, -1.5],
    ['is forecast, by the middle of the range', { range: { low: 90, high: 100 }, expected: { value: 100 } }, -0.05],
  ])('where it %s', (_, measure, surprise) => {
    expect(surpriseOf({ ...figure, ...measure })).toBeCloseTo(surprise, 12);
  });

  it.each([
    ['nothing was expected', { actual: 2 }],
    ['zero was expected: no share of it can be named', { actual: 2, expected: { value: 0 } }],
  ])('is null where %s', (_, measure) => {
    expect(surpriseOf({ ...figure, ...measure })).toBeNull();
  });
});
