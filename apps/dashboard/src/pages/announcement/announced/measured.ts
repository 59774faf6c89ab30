import { money } from '../../../words/money';
import { NOTHING } from '../../../words/nothing';
import { percent, price } from '../../../words/numbers';

/** A figure in its unit: money as people write it, per-share amounts as prices, fractions as percentages. */
export function measured(value: number | undefined, unit: string): string {
  if (value === undefined) return NOTHING;
  if (/^[A-Z]{3}$/.test(unit)) return money(value, unit);
  if (unit === 'fraction') return percent(value);
  const [currency, per] = unit.split('/');
  if (per !== undefined) return `${price(value)} ${currency ?? ''} a ${per}`;
  return `${value.toLocaleString('en-US', { maximumFractionDigits: 4 })} ${unit}`;
}
