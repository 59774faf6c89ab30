/** Fractions, dollars and dates as people read them. What is not known is a dash. */

const NOTHING = '-';
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** -0.1818 as -18.18%. */
export function percent(fraction: number | null, digits = 2): string {
  return fraction === null ? NOTHING : `${signed(fraction * 100, digits)}%`;
}

/** Dollars as -$463.3 bn. */
export function billions(dollars: number | null): string {
  if (dollars === null) return NOTHING;
  return `${dollars < 0 ? '-' : '+'}$${Math.abs(dollars / 1e9).toFixed(1)} bn`;
}

export function signed(value: number | null, digits: number): string {
  if (value === null) return NOTHING;
  return `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(digits)}`;
}

export function price(value: number): string {
  return value.toFixed(2);
}

/** 2026-02-06 as Fri 2026-02-06. */
export function day(session: string | null): string {
  if (session === null) return NOTHING;
  return `${weekdays[new Date(`${session}T00:00:00Z`).getUTCDay()]} ${session}`;
}

export function shares(count: number): string {
  return count.toLocaleString('en-US');
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
