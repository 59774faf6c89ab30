import type { WindowDays } from '@streakline/event-study';
import type { StudiedValue } from '../document';

/** What stands where a figure could not be computed. */
export const NO_FIGURE = '-';
/** Below this a p-value is written as a power of ten. */
const SMALL_P = 1e-4;

/** An average: a signed percentage of returns, a signed number of anything else. */
export function averageText(value: number | null, of: StudiedValue = 'return'): string {
  if (value === null) return NO_FIGURE;
  return of === 'return' ? `${signed(value * 100, 2)}%` : signed(value, 4);
}

/** A share as a whole percentage. */
export function shareText(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** A confidence: `95%`, `97.5%`. */
export function confidenceText(confidence: number): string {
  return `${Number((confidence * 100).toFixed(6))}%`;
}

export function statisticText(value: number | null): string {
  return value === null ? NO_FIGURE : signed(value, 2);
}

/** Four decimals, or two digits and the power of ten. */
export function pValueText(value: number | null): string {
  if (value === null) return NO_FIGURE;
  if (value >= SMALL_P || value === 0) return value.toFixed(4);
  return value.toExponential(1);
}

/** `[-1, +1]`, or `[0]` for a single day. */
export function windowText({ from, to }: WindowDays): string {
  return from === to ? `[${dayText(from)}]` : `[${dayText(from)}, ${dayText(to)}]`;
}

export function dayText(day: number): string {
  return day > 0 ? `+${day}` : String(day);
}

export function countText(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

/** Always with its sign, save for what rounds to zero. */
function signed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  if (Number(text) === 0) return text.replace('-', '');
  return value > 0 ? `+${text}` : text;
}
