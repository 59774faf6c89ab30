import type { Known } from '@streakline/dossiers';

/** Whether prices are amounts of a currency. Those in pence are not: cash would count every penny as a pound. */
export function isPricedIn({ listing, units }: Pick<Known, 'listing' | 'units'>, currency: string): boolean {
  return listing.currency === currency && units.every(({ priceUnit }) => priceUnit === null);
}
