/** Sample moments in two passes: sums about the mean keep their digits where sums of squares would lose them. */
export interface Moments {
  readonly count: number;
  readonly mean: number;
  /** Divisor count - 1; NaN of fewer than two; exactly 0 where the values differ by no more than rounding. */
  readonly sd: number;
  /** Sum of the third powers about the mean. */
  readonly cubes: number;
}

export function momentsOf(values: Float64Array): Moments {
  const count = values.length;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[i]!;
  const mean = sum / count;
  let squares = 0;
  let cubes = 0;
  for (let i = 0; i < count; i++) {
    const deviation = values[i]! - mean;
    squares += deviation * deviation;
    cubes += deviation * deviation * deviation;
  }
  // The mean of equal numbers need not equal them to the last bit; a t of 1e16 would be made of that bit alone.
  if (squares <= count * (ROUNDING * mean) ** 2) return { count, mean, sd: count > 1 ? 0 : Number.NaN, cubes: 0 };
  return { count, mean, sd: Math.sqrt(squares / (count - 1)), cubes };
}

const ROUNDING = 4 * Number.EPSILON;
