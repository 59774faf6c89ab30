import type { KnownDistribution, KnownDividend } from './known';

/** What a share gave its holder on an ex-date, per share as traded that day, in the instrument's currency. */
export interface Payout {
  readonly exDate: string;
  readonly amount: number;
}

/** Dividends and distributions by ex-date; of one date in an order of their own, so that sums are the same every time. */
export function payoutsOf(
  dividends: readonly KnownDividend[],
  distributions: readonly KnownDistribution[],
): readonly Payout[] {
  const paid = distributions.map(({ exDate, value }) => ({ exDate, amount: value }));
  return [...dividends, ...paid].sort((a, b) => (a.exDate < b.exDate ? -1 : a.exDate > b.exDate ? 1 : 0));
}
