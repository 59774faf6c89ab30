/** Whole shares before and after a split. */
export interface WholeShares {
  readonly from: number;
  readonly to: number;
}

const MOST_EXACT = 200;
const MOST_SHARES = 1_000;
const EXACT = 1e-9;

/**
 * The split that turns one old share into `shares` new ones. Vendors round: 0.142857 and 0.143 are 1 for 7, 1.3333 is 4
 * for 3; but 1.015 is 203 for 200, as written. Undefined where it is no split (1, 0, not a number), or none in whole
 * shares up to 1,000.
 */
export function splitRatio(shares: number): WholeShares | undefined {
  if (!(shares > 0) || !Number.isFinite(shares) || shares === 1) return undefined;
  const digits = digitsAfterPoint(shares);
  const rounding = 0.5 * 10 ** -digits * (1 + EXACT);
  const one = Math.round(1 / shares);
  if (one > 1 && Math.abs(1 / one - shares) <= Math.min(rounding, 0.1 / one)) return { from: one, to: 1 };
  return (
    smallest(shares, EXACT, MOST_EXACT) ??
    (digits >= 3 ? smallest(shares, rounding, MOST_SHARES) : smallest(shares, EXACT, MOST_SHARES))
  );
}

function smallest(shares: number, near: number, most: number): WholeShares | undefined {
  for (let from = 1; from <= most; from++) {
    const to = Math.round(shares * from);
    if (to > 0 && to !== from && Math.abs(to / from - shares) <= near) return { from, to };
  }
  return undefined;
}

function digitsAfterPoint(value: number): number {
  const text = String(value);
  return text.includes('e') ? 12 : (text.split('.')[1] ?? '').length;
}
