import fc from 'fast-check';
import { dayTicks, roundTicks } from './ticks';

describe('ticks of an axis', () => {
  it.each([
    [-0.012, 0.031, 7, [-0.01, 0, 0.01, 0.02, 0.03]],
    [0, 1, 6, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [-250, 700, 5, [0, 500]],
  ])('from %d to %d, at most %d, are round', (low, high, most, expected) => {
    const ticks = roundTicks(low, high, most);
    expect(ticks).toHaveLength(expected.length);
    ticks.forEach((tick, index) => expect(tick).toBeCloseTo(expected[index] ?? 0, 12));
  });

  it('lie within, ascend, and are few, whatever the range', () => {
    const range = fc.tuple(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(range, fc.integer({ min: 2, max: 12 }), ([low, span], most) => {
        const ticks = roundTicks(low, low + span, most);
        expect(ticks.length).toBeLessThanOrEqual(most + 1);
        ticks.forEach((tick, index) => {
          expect(tick).toBeGreaterThanOrEqual(low - span * 1e-6);
          expect(tick).toBeLessThanOrEqual(low + span * (1 + 1e-6));
          if (index > 0) expect(tick).toBeGreaterThan(ticks[index - 1] ?? Infinity);
        });
      }),
    );
  });

  it('of days are whole, and have day 0 among them', () => {
    expect(dayTicks(-3, 3, 11)).toEqual([-3, -2, -1, 0, 1, 2, 3]);
    expect(dayTicks(-10, 20, 11)).toEqual([-10, -5, 0, 5, 10, 15, 20]);
    expect(dayTicks(0, 0, 11)).toEqual([0]);
    expect(dayTicks(2, 3, 11)).toEqual([2, 3]);
  });
});
