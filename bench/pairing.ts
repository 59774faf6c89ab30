/** What two ways of doing the same came to, in rounds by turns. */
export interface Paired {
  readonly ours: number;
  readonly ceiling: number;
  readonly ratio: number;
}

/**
 * Measures two ways by turns, so that whatever else the machine does meets both; answers the medians, and the median
 * of the rounds' ratios. The first round of each warms up and does not count.
 */
export async function byTurns(
  rounds: number,
  ours: () => Promise<number>,
  ceiling: () => Promise<number>,
): Promise<Paired> {
  const pairs: { ours: number; ceiling: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    // Who goes first changes too: the second finds the disk busier.
    const oursFirst = round % 2 === 0;
    const first = await (oursFirst ? ours : ceiling)();
    const second = await (oursFirst ? ceiling : ours)();
    if (round > 0) pairs.push(oursFirst ? { ours: first, ceiling: second } : { ours: second, ceiling: first });
  }
  return {
    ours: median(pairs.map((pair) => pair.ours)),
    ceiling: median(pairs.map((pair) => pair.ceiling)),
    ratio: median(pairs.map((pair) => pair.ours / pair.ceiling)),
  };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which the share `q` of the values lies. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

/** Milliseconds since the process began, with fractions. */
export function now(): number {
  return performance.now();
}
