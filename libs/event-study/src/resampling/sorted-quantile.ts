/**
 * The quantile of ascending values at a share of 0 to 1, linear between neighbours: (n - 1) x share is its place, type 7
 * of Hyndman and Fan (The American Statistician 1996), which R and numpy take too. At least one value.
 */
export function sortedQuantile(ascending: Float64Array, share: number): number {
  const place = share * (ascending.length - 1);
  const below = Math.floor(place);
  const above = Math.min(ascending.length - 1, below + 1);
  return ascending[below]! + (place - below) * (ascending[above]! - ascending[below]!);
}
