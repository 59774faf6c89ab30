import type { Measure } from '@streakline/events';

/**
 * By how much a figure missed (below 0) or beat what was expected, as a fraction of the expectation's size:
 * (actual - expected) / |expected|, of a range its middle. Null where nothing was expected, or zero.
 */
export function surpriseOf({ actual, range, expected }: Measure): number | null {
  const figure = actual ?? (range === undefined ? undefined : range.low + (range.high - range.low) / 2);
  if (figure === undefined || expected === undefined || expected.value === 0) return null;
  return (figure - expected.value) / Math.abs(expected.value);
}
