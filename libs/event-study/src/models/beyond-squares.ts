/** Beyond this the squares of some thousand values are infinite; differences below one over it have none to speak of. */
const MOST = 1e150;

/**
 * Whether values that do vary are too large, or vary too little, for their squares to be doubles: then sums of squares
 * say that they stand still, or are combinations of each other, and neither is true. Rows without both a value and one
 * `beside` it do not count.
 */
export function beyondSquares(values: Float64Array, from: number, end: number, beside = values): boolean {
  let low = Infinity;
  let high = -Infinity;
  for (let row = from; row < end; row++) {
    const value = values[row]!;
    if (Number.isNaN(value) || Number.isNaN(beside[row]!)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high > low && (high > MOST || low < -MOST || high - low < 1 / MOST);
}
