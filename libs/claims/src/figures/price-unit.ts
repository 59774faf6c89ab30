import type { Stage } from '../stage/stage';
import type { Unmeasured } from './measurement';

/** In what a figure is counted, and how many of the tape's own units make one of it. */
export interface MoneyUnit {
  readonly unit: string;
  readonly per: number;
}

/**
 * The unit of a price that a source gives in a currency: that of the tape's prices (pence, where they are quoted in
 * pence), which also holds where the source names none, or the instrument's currency. Nothing is converted beyond that.
 */
export function priceUnitOf({ known }: Stage, currency: string | undefined): MoneyUnit | Unmeasured {
  const quoted = known.units.find(({ priceUnit }) => priceUnit !== null)?.priceUnit;
  const unit = quoted?.name ?? known.listing.currency;
  if (currency === undefined || currency === unit) return { unit, per: 1 };
  if (currency === known.listing.currency) return { unit: currency, per: quoted?.perCurrency ?? 1 };
  return otherCurrency(currency, unit);
}

/** Market values are in the instrument's currency, whatever its prices are quoted in. */
export function valueUnitOf({ known }: Stage, currency: string | undefined): MoneyUnit | Unmeasured {
  const unit = known.listing.currency;
  return currency === undefined || currency === unit ? { unit, per: 1 } : otherCurrency(currency, unit);
}

function otherCurrency(told: string, unit: string): Unmeasured {
  const why = `It is told in ${told}, and the tape is in ${unit}; nothing is converted.`;
  return { reading: [], missing: `a tape in ${told}`, why };
}
