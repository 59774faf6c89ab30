/** What one became by the end of each period. */
export function growthOfOne(returns: readonly number[]): readonly number[] {
  let value = 1;
  return returns.map((one) => (value *= 1 + one));
}
