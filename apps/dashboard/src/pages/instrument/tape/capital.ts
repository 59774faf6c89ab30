import type { Instrument } from './rows';

/** From `from` shares to `to`, from a session on. */
export interface Split {
  readonly exDate: string;
  readonly from: number;
  readonly to: number;
}

/** Paid on an ex-date, per share as traded that day, in what prices are given in. */
export interface Payout {
  readonly exDate: string;
  readonly amount: number;
}

/** What one share of the end of a date has become by a session. */
export function sharesBetween(splits: readonly Split[], after: string, session: string): number {
  const between = splits.filter(({ exDate }) => exDate > after && exDate <= session);
  // Multiplied apart, so that splits of whole numbers stay exact.
  const to = between.reduce((product, split) => product * split.to, 1);
  return to / between.reduce((product, split) => product * split.from, 1);
}

/** Dividends and distributions, which are on record in the currency, in what prices are given in (pence, it may be). */
export function payoutsOf({ dividends, distributions, units }: Instrument): readonly Payout[] {
  const perCurrency = units.findLast(({ priceUnit }) => priceUnit !== null)?.priceUnit?.perCurrency ?? 1;
  const paid = distributions.map(({ exDate, value }) => ({ exDate, amount: value }));
  return [...dividends, ...paid].map(({ exDate, amount }) => ({ exDate, amount: amount * perCurrency }));
}

/** What its prices are given in: the currency, or a hundredth of it such as GBX. */
export function priceUnitOf({ currency, units }: Pick<Instrument, 'currency' | 'units'>): string {
  return units.findLast(({ priceUnit }) => priceUnit !== null)?.priceUnit?.name ?? currency;
}
