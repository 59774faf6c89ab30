import type { KnownDistribution, KnownDividend } from './known';

/** What a share gave its holder on an ex-date, per share as traded that day, in what the instrument's prices are given in. */
export interface Payout {
  readonly exDate: string;
  readonly amount: number;
}

/** Dividends and distributions by ex-date; of one date in an order of their own, so that sums are the same every time. They are on record in the currency, of which prices may count a hundredth. */
export function payoutsOf(
  dividends: readonly KnownDividend[],
  distributions: readonly KnownDistribution[],
  pricePerCurrency: number,
): readonly Payout[] {
  const paid = distributions.map(({ exDate, value }) => ({ exDate, amount: value }));
  const payouts = [...dividends, ...paid].map(({ exDate, amount }) => ({ exDate, amount: amount * pricePerCurrency }));
  return payouts.sort((a, b) => (a.exDate < b.exDate ? -1 : a.exDate > b.exDate ? 1 : 0));
}
