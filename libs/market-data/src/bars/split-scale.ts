import type { Basis, BarField } from './bar';

/** `from` shares became `to` shares at the open of `exDate`. */
export interface SplitRatio {
  readonly exDate: string;
  readonly from: number;
  readonly to: number;
}

/**
 * What a price of `session` on the given basis is multiplied with to get the price as traded (a volume is divided by
 * it): 20 for a session before a 20-for-1 split and a basis after it.
 */
export function scaleOf(splits: readonly SplitRatio[], session: string, basisAsOf: Basis): number {
  if (basisAsOf === null) return 1;
  return splits.reduce(
    (scale, { exDate, from, to }) => (session < exDate && exDate <= basisAsOf ? (scale * to) / from : scale),
    1,
  );
}

/** A figure in the unit of another scale. */
export function rescaled(field: BarField, value: number, from: number, to: number): number {
  if (from === to) return value;
  return field === 'volume' ? (value * to) / from : (value * from) / to;
}

/** Vendors round adjusted prices to the cent and adjusted volumes to the share. */
const HALF_A_CENT = 0.005;
const HALF_A_SHARE = 0.5;
/** For what the arithmetic of doubles itself loses. */
const SLACK = 1 + 1e-9;

/**
 * Whether two figures say the same. On one scale they must be equal; else they may differ by the rounding of the more
 * adjusted one: half a cent of a price in its own unit, half a share of a volume in the coarser unit.
 */
export function agree(field: BarField, one: number, oneScale: number, other: number, otherScale: number): boolean {
  if (oneScale === otherScale) return one === other;
  if (field === 'volume') {
    const tolerance = HALF_A_SHARE * Math.max(1 / oneScale, 1 / otherScale) * SLACK;
    return Math.abs(one / oneScale - other / otherScale) <= tolerance;
  }
  return Math.abs(one * oneScale - other * otherScale) <= HALF_A_CENT * Math.max(oneScale, otherScale) * SLACK;
}
