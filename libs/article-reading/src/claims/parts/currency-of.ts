import type { Figure } from '../figures/figures';
import type { Whose } from '../whose/names';

const DOLLARS = new Set(['USD', 'CAD', 'AUD', 'HKD', 'SGD', 'NZD']);

/** ISO 4217. A bare "$" is the dollar that the instrument is priced in, and else the United States'. */
export function currencyOf({ currency }: Figure, { instrument }: Whose): string | undefined {
  if (currency !== '$') return currency;
  const own = instrument?.currency;
  return own !== undefined && DOLLARS.has(own) ? own : 'USD';
}
