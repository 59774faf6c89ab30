import type { AlignedRows } from './aligned-rows';

/** Fewer shared days say nothing: such a pair counts as uncorrelated. */
const MIN_SHARED_DAYS = 3;

/**
 * Pearson correlation of two events' abnormal returns over the days that both have, about their means on those days; 0
 * where they share fewer than 3, and where one of them does not vary on them.
 */
export function pairCorrelation({ first, last, values }: AlignedRows, a: number, b: number): number {
  const from = Math.max(first[a]!, first[b]!);
  const to = Math.min(last[a]!, last[b]!);
  if (to - from + 1 < MIN_SHARED_DAYS) return 0;
  // Rounding can leave it beyond 1, and the adjusted tests take a root of what is left.
  const r = correlation(values[a]!, from - first[a]!, values[b]!, from - first[b]!, to - from + 1);
  return Math.max(-1, Math.min(1, r));
}

/** Abnormal returns have means near 0, so one pass over the days loses next to nothing; where it would, a second is made. */
function correlation(x: Float64Array, xFrom: number, y: Float64Array, yFrom: number, length: number): number {
  let shared = 0;
  let sumX = 0;
  let sumY = 0;
  let sumXx = 0;
  let sumYy = 0;
  let sumXy = 0;
  for (let i = 0; i < length; i++) {
    const one = x[xFrom + i]!;
    const other = y[yFrom + i]!;
    if (Number.isNaN(one + other)) continue;
    shared++;
    sumX += one;
    sumY += other;
    sumXx += one * one;
    sumYy += other * other;
    sumXy += one * other;
  }
  if (shared < MIN_SHARED_DAYS) return 0;
  const meanX = sumX / shared;
  const meanY = sumY / shared;
  const xx = sumXx - sumX * meanX;
  const yy = sumYy - sumY * meanY;
  const digitsStand = shared >= FEW_DAYS && sumXx < MOST_LOSS * xx && sumYy < MOST_LOSS * yy;
  if (digitsStand) return (sumXy - sumX * meanY) / Math.sqrt(xx * yy);
  return centredCorrelation({ x, xFrom, meanX }, { y, yFrom, meanY }, length);
}

/** One more pass about the means; 0 where one side's values are equal but for the rounding of their mean. */
function centredCorrelation(
  { x, xFrom, meanX }: { x: Float64Array; xFrom: number; meanX: number },
  { y, yFrom, meanY }: { y: Float64Array; yFrom: number; meanY: number },
  length: number,
): number {
  let [shared, xx, yy, xy] = [0, 0, 0, 0];
  for (let i = 0; i < length; i++) {
    const dx = x[xFrom + i]! - meanX;
    const dy = y[yFrom + i]! - meanY;
    if (Number.isNaN(dx + dy)) continue;
    shared++;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  if (isRounding(xx, shared, meanX) || isRounding(yy, shared, meanY)) return 0;
  return xy / Math.sqrt(xx * yy);
}

/** How much larger the squares may be than the squares about the mean: three of sixteen digits. */
const MOST_LOSS = 1_000;
/** Of few days the correlation may be so near to 1 that the last digits decide; a second pass over them costs little. */
const FEW_DAYS = 64;

function isRounding(squares: number, count: number, mean: number): boolean {
  return squares <= count * (4 * Number.EPSILON * mean) ** 2;
}
