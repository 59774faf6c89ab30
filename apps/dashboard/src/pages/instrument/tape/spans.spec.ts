import type { Point } from './points';
import { monthsBefore, rangeOf, type Span } from './spans';

const points: readonly Point[] = ['2021-03-08', '2025-12-05', '2025-12-08', '2026-02-06', '2026-03-06'].map(
  (session) => ({
    ...{ session, time: Date.parse(session) / 1_000, bar: null, cap: null },
  }),
);

describe('spans', () => {
  it.each<[Span, number]>([
    ['1M', 3],
    ['3M', 2],
    ['6M', 1],
    ['5Y', 0],
    ['all', 0],
  ])('of %s begin at place %d and end at the last session', (span, from) => {
    expect(rangeOf(points, span)).toEqual({ from, to: 4 });
  });

  it('are none of an empty tape', () => {
    expect(rangeOf([], '1Y')).toBeNull();
  });

  it('take the last day of a month that is shorter', () => {
    expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-28');
    expect(monthsBefore('2024-03-31', 1)).toBe('2024-02-29');
    expect(monthsBefore('2026-01-15', 12)).toBe('2025-01-15');
  });
});
