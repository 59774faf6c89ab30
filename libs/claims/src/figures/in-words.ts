import type { Wording } from '@streakline/events';
import type { Found, Stated, Unit } from '../verdict/verdict';

/** A figure in the words of a report: 1.00%, $463.3 billion, 9 sessions, 198.79 USD. */
export function inWords(value: number, unit: Unit): string {
  if (unit === 'fraction') return `${trimmed(value * 100, 2)}%`;
  if (isCount(unit)) return `${trimmed(value, 2)} ${unit}${Math.abs(value) === 1 ? '' : 's'}`;
  return `${large(value)} ${unit}`;
}

const WORDED: Readonly<Record<Wording, string>> = {
  plain: '',
  exactly: 'exactly ',
  about: 'about ',
  nearly: 'nearly ',
  moreThan: 'more than ',
  atLeast: 'at least ',
  lessThan: 'less than ',
  atMost: 'at most ',
  upTo: 'up to ',
};

/** A figure as it was stated: about 20 billion USD. */
export function statedInWords({ value, unit, wording }: Stated): string {
  return `${WORDED[wording]}${inWords(value, unit)}`;
}

export function foundInWords(found: Found): string {
  if ('value' in found) return inWords(found.value, found.unit);
  return `between ${inWords(found.low, found.unit)} and ${inWords(found.high, found.unit)}`;
}

function isCount(unit: Unit): boolean {
  return unit === 'session' || unit === 'day' || unit === 'week' || unit === 'month';
}

const SCALES: readonly (readonly [number, string])[] = [
  [1e12, ' trillion'],
  [1e9, ' billion'],
  [1e6, ' million'],
];

function large(value: number): string {
  const scale = SCALES.find(([size]) => Math.abs(value) >= size);
  return scale === undefined ? value.toFixed(2) : `${trimmed(value / scale[0], scale[0] === 1e12 ? 3 : 1)}${scale[1]}`;
}

/** At most so many decimals, without noughts at the end where it is a whole number. */
function trimmed(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  const whole = Number(text);
  return Number.isInteger(whole) ? String(Object.is(whole, -0) ? 0 : whole) : text;
}
