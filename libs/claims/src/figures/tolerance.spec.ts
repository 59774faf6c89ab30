import { wordings } from '@streakline/events';
import fc from 'fast-check';
import { admits, admitsSome, toleranceOf, toleranceTable } from './tolerance';

describe('the table of tolerances', () => {
  it('has a rule for every wording', () => {
    expect(Object.keys(toleranceTable).sort()).toEqual([...wordings].sort());
  });

  // By hand: 8% written to the whole percent hides half a point; 5% of 8% is 0.4 points, less than that half.
  it.each([
    ['plain', 0.08, 0.01, [0.075, 0.085], [0.0749, 0.0851]],
    ['exactly', 0.08, 0.01, [0.075, 0.085], [0.0749, 0.0851]],
    ['about', 0.08, 0.01, [0.075, 0.085], [0.0749, 0.0851]],
    ['about', 450e9, 1e9, [428e9, 472e9], [427e9, 473e9]],
    ['nearly', 450e9, 1e9, [428e9, 450e9], [427e9, 451e9]],
    ['moreThan', 450e9, 1e9, [450.1e9, 900e9], [450e9, 449.9e9]],
    ['atLeast', 450e9, 1e9, [450e9, 900e9], [449.9e9]],
    ['lessThan', 450e9, 1e9, [449.9e9, 1], [450e9, -1]],
    ['atMost', 450e9, 1e9, [450e9, 0], [450.1e9, -1]],
    ['upTo', 20e9, 1e9, [20.4e9, 12e9], [20.6e9, -1]],
  ] as const)('takes "%s" %d (last digit: %d) for %j, and not for %j', (wording, value, resolution, within, beyond) => {
    const tolerance = toleranceOf({ value, wording, resolution });
    expect(within.filter((figure) => !admits(tolerance, figure))).toEqual([]);
    expect(beyond.filter((figure) => admits(tolerance, figure))).toEqual([]);
  });

  it('admits what rounds to the figure although its binary form lies beside the bound', () => {
    // 0.015 / 2 and 1.005 have no exact binary form.
    expect(admits(toleranceOf({ value: 0.01, wording: 'plain', resolution: 0.01 }), 0.1 + 0.2 - 0.285)).toBe(true);
  });

  it('admits some figure between two exactly where one of them, or one between, is admitted', () => {
    const figures = fc.integer({ min: -1_000, max: 1_000 }).map((thousandth) => thousandth / 1_000);
    const stated = fc.record({
      value: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
      wording: fc.constantFrom(...wordings),
      resolution: fc.constantFrom(0.01, 0.001),
    });
    fc.assert(
      fc.property(stated, figures, figures, (figure, a, b) => {
        const tolerance = toleranceOf(figure);
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const steps = Array.from({ length: 201 }, (_, i) => low + ((high - low) * i) / 200);
        if (steps.some((step) => admits(tolerance, step))) expect(admitsSome(tolerance, low, high)).toBe(true);
        if (!admitsSome(tolerance, low, high)) expect(steps.some((step) => admits(tolerance, step))).toBe(false);
      }),
    );
  });
});
