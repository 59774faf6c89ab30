/**
 * Ranks 1..count of the values that `order` lists from the smallest, ties sharing the mean of their ranks; written to
 * `ranks` at each value's own index.
 */
export function midranks(values: Float64Array, order: Int32Array, ranks: Float64Array): void {
  let start = 0;
  while (start < order.length) {
    const value = values[order[start]!]!;
    let end = start + 1;
    while (end < order.length && values[order[end]!] === value) end++;
    const rank = (start + 1 + end) / 2;
    for (let i = start; i < end; i++) ranks[order[i]!] = rank;
    start = end;
  }
}
