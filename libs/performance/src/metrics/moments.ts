/** Sums run in the order given: the same series gives the same bits. */
export function meanOf(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** Sample standard deviation, n - 1 below the line; NaN of fewer than two. */
export function deviationOf(values: readonly number[]): number {
  return Math.sqrt(centralSum(values, 2) / (values.length - 1));
}

/**
 * Sample standard deviation, exactly 0 of values that differ by no more than rounding; NaN of fewer than two, and where
 * squares are beyond what a number holds.
 */
export function spreadOf(values: readonly number[]): number {
  const deviation = deviationOf(values);
  if (!Number.isFinite(deviation)) return NaN;
  return varies(values) ? deviation : 0;
}

/** Third central moment over the 3/2 power of the second, divided by n (g1); NaN of values that do not vary. */
export function skewnessOf(values: readonly number[]): number {
  const n = values.length;
  return centralSum(values, 3) / n / (centralSum(values, 2) / n) ** 1.5;
}

/** Fourth central moment over the square of the second, divided by n: 3 of a normal distribution; NaN of values that do not vary. */
export function kurtosisOf(values: readonly number[]): number {
  const n = values.length;
  return centralSum(values, 4) / n / (centralSum(values, 2) / n) ** 2;
}

/**
 * Whether the values differ by more than rounding: of a constant return the deviation is some 1e-19, not 0, and a Sharpe
 * ratio of 1e17 would stand in the answer.
 */
export function varies(values: readonly number[]): boolean {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high - low > Math.max(1e-15, 1e-12 * Math.max(Math.abs(low), Math.abs(high)));
}

function centralSum(values: readonly number[], power: number): number {
  const mean = meanOf(values);
  let sum = 0;
  for (const value of values) sum += (value - mean) ** power;
  return sum;
}
