import type { MetricName } from '../metrics/performance';
import { metricWords } from '../metrics/metric-words';

export const NO_FIGURE = '-';

/** A fraction as a percentage: +3.19%. */
export function percentText(value: number | null): string {
  return value === null ? NO_FIGURE : `${plus(value, (value * 100).toFixed(2))}%`;
}

/** Without a sign of its own: a share, a rate. */
export function shareText(value: number | null): string {
  return value === null ? NO_FIGURE : `${plain((value * 100).toFixed(2))}%`;
}

export function ratioText(value: number | null): string {
  return value === null ? NO_FIGURE : plain(value.toFixed(2));
}

/** Money or a count: 1,234,567.89. */
export function amountText(value: number | null, digits = 2): string {
  if (value === null) return NO_FIGURE;
  return plain(value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }));
}

/** Shares whose sign says nothing about gain or loss. */
const UNSIGNED: readonly MetricName[] = ['volatility', 'trackingError', 'hitRate', 'probabilisticSharpe'];

export function metricText(name: MetricName, value: number | null): string {
  const { unit } = metricWords[name];
  if (value === null) return NO_FIGURE;
  if (unit === 'periods') return amountText(value, 0);
  if (unit === 'ratio') return ratioText(value);
  return UNSIGNED.includes(name) ? shareText(value) : percentText(value);
}

function plus(value: number, text: string): string {
  return value > 0 && Number(text) !== 0 ? `+${text}` : plain(text);
}

/** What rounds to zero has no sign. */
function plain(text: string): string {
  return /^-[0.,]*$/.test(text) ? text.slice(1) : text;
}
