import { NOTHING } from './nothing';
import { grouped } from './numbers';

const SYMBOLS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥' };
const SIZES = [
  [1e12, ' tn'],
  [1e9, ' bn'],
  [1e6, ' mn'],
  [1e3, ' k'],
] as const;

/** An amount in units of its currency as people write it: 463300000000 is $463.3 bn. Other currencies stand as their code. */
export function money(amount: number | null | undefined, currency = 'USD'): string {
  if (amount === null || amount === undefined) return NOTHING;
  return `${amount < 0 ? '\u2212' : ''}${unsigned(amount, currency)}`;
}

/** A change: with a plus too. */
export function moneyChange(amount: number | null | undefined, currency = 'USD'): string {
  if (amount === null || amount === undefined) return NOTHING;
  return amount > 0 ? `+${unsigned(amount, currency)}` : money(amount, currency);
}

/** Amounts of one sum, all in the unit that suits `like`, so that one can follow the adding: $2,597.3 bn beside −$472.2 bn. */
export function moneyLike(amount: number, like: number, currency = 'USD'): string {
  return `${amount < 0 ? '\u2212' : ''}${unsigned(amount, currency, like)}`;
}

function unsigned(amount: number, currency: string, like = amount): string {
  const size = Math.abs(amount);
  const mark = SYMBOLS[currency] ?? `${currency}\u00a0`;
  // 999,960,000 rounds to 1.0 bn and not to 1000.0 mn.
  const [unit, name] = SIZES.find(([least]) => Math.abs(like) >= least * 0.99995) ?? [1, ''];
  const digits = unit === 1 ? (Number.isInteger(size) ? 0 : 2) : 1;
  return `${mark}${grouped(size / unit, digits)}${name.replace(' ', '\u00a0')}`;
}
