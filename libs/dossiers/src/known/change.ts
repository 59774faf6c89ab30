// Prices have at most some ten digits and pass through a handful of products: what differs by less is rounding.
const NOISE = 1e-12;

/** The fraction by which a split-adjusted price changed; exactly 0 where the difference is only floating-point noise. */
export function changeOf(before: number, after: number): number {
  const change = after / before - 1;
  return Math.abs(change) < NOISE ? 0 : change;
}
