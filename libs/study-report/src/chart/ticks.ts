/** Round values from about `low` to about `high`, at most `most` of them, both ends within. */
export function roundTicks(low: number, high: number, most: number): readonly number[] {
  const step = roundStep((high - low) / Math.max(1, most - 1));
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/** The smallest of 1, 2 and 5 times a power of ten that is no less than `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const digit = [1, 2, 5].find((each) => each * power >= least * (1 - 1e-9)) ?? 10;
  return digit * power;
}

/** Whole days from `from` to `to` with day 0 among them if it lies there, at most `most`. */
export function dayTicks(from: number, to: number, most: number): readonly number[] {
  const step = Math.max(1, roundStep((to - from) / Math.max(1, most - 1)));
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.floor(to / step) - first + 1 }, (_, index) => (first + index) * step);
}
