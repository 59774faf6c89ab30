const MOST_OLD_SHARES = 20;
const TOLERANCE = 1e-4;

/** The ratio of small whole numbers that a rounded quotient stands for (6.99999 is 7, 1.50001 is 3/2), else itself. */
export function snapRatio(ratio: number): number {
  if (ratio < 1) {
    const inverse = snapRatio(1 / ratio);
    return 1 / inverse;
  }
  for (let old = 1; old <= MOST_OLD_SHARES; old += 1) {
    const fresh = Math.round(ratio * old);
    if (Math.abs(fresh / old - ratio) <= TOLERANCE * ratio) return fresh / old;
  }
  return ratio;
}
