import fc from 'fast-check';
import { snapRatio } from './snap-ratio';

test('ratios that six or seven decimals have rounded become whole again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 20 }), (fresh, old) => {
      const rounded = Number((old / fresh).toFixed(7));
      expect(snapRatio(1 / rounded)).toBeCloseTo(fresh / old, 10);
    }),
  );
  // Apple's factor files of 2014: 0.142857 to 1, and 0.0357143 to 0.0714286.
  expect(snapRatio(1 / 0.142857)).toBe(7);
  expect(snapRatio(0.0714286 / 0.0357143)).toBe(2);
  expect(snapRatio(0.1)).toBe(0.1);
});

test('a spin-off, which is no ratio of whole shares, stays what it is', () => {
  expect(snapRatio(1.00273)).toBe(1.00273);
});
