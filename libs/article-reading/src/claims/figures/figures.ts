import { lowerAt, phraseAt, phrases, type Token } from '../words/tokens';
import type { StatedFigure } from '@streakline/events';
import { countAt } from './number-words';
import { wordingOf } from './wordings';

/** A percentage (as a fraction) or a sum of money in a sentence: tokens `start` to `end` with the wording around it. */
export interface Figure {
  readonly is: 'fraction' | 'money';
  readonly stated: StatedFigure;
  /** Of money: ISO 4217, or `$` where the sign does not say whose dollar. */
  readonly currency?: string;
  /** Of money: it was told in millions or more. */
  readonly large: boolean;
  readonly start: number;
  readonly end: number;
  /** Where the number itself begins, behind its wording. */
  readonly core: number;
}

const SIGNS: Readonly<Record<string, string>> = { $: '$', '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₹': 'INR' };
/** Letters that stand before a dollar sign. */
const DOLLARS: Readonly<Record<string, string>> = {
  us: 'USD',
  c: 'CAD',
  ca: 'CAD',
  a: 'AUD',
  au: 'AUD',
  hk: 'HKD',
  s: 'SGD',
  nz: 'NZD',
};
const CODES = new Set(['USD', 'EUR', 'GBP', 'JPY', 'CHF', 'CAD', 'AUD', 'HKD', 'INR']);
const WORDS: Readonly<Record<string, string>> = {
  dollars: '$',
  euros: 'EUR',
  pounds: 'GBP',
  yen: 'JPY',
  rupees: 'INR',
};
const SCALES: Readonly<Record<string, number>> = {
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  mln: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  bln: 1e9,
  trillion: 1e12,
  tn: 1e12,
  t: 1e12,
  trn: 1e12,
};

/** The figures of a sentence, in order. */
export function figuresOf(tokens: readonly Token[]): Figure[] {
  const found: Figure[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const figure = figureAt(tokens, at);
    if (figure === null) continue;
    found.push(figure);
    at = figure.end - 1;
  }
  return found;
}

function figureAt(tokens: readonly Token[], at: number): Figure | null {
  const token = tokens[at]!;
  const sign = SIGNS[token.text] ?? (CODES.has(token.text) ? token.text : undefined);
  if (sign !== undefined) return moneyAt(tokens, at, at + 1, sign);
  const number = numberAt(tokens, at);
  if (number === null) return null;
  return fractionOf(tokens, at, number) ?? worded(tokens, at, number);
}

interface Written {
  readonly value: number;
  /** One unit of the last digit written. */
  readonly resolution: number;
  readonly next: number;
}

function numberAt(tokens: readonly Token[], at: number): Written | null {
  const token = tokens[at];
  if (token?.kind === 'number') {
    const decimals = token.text.split('.')[1]?.length ?? 0;
    const value = Number(token.text.replaceAll(',', ''));
    return Number.isFinite(value) ? { value, resolution: 10 ** -decimals, next: at + 1 } : null;
  }
  if (token?.lower === 'half' && lowerAt(tokens, at + 1) === 'a') return { value: 0.5, resolution: 0.1, next: at + 2 };
  const count = countAt(tokens, at);
  return count === null || count.ordinal ? null : { value: count.value, resolution: 1, next: count.next };
}

function fractionOf(tokens: readonly Token[], at: number, { value, resolution, next }: Written): Figure | null {
  const length = phraseAt(tokens, next, PERCENT);
  const following = lowerAt(tokens, next + length);
  if (length === 0 || following === 'point' || following === 'points') return null;
  const shifted = { value: percent(value), resolution: percent(resolution), next: next + length };
  return figure(tokens, { is: 'fraction', large: false }, at, shifted);
}

const PERCENT = phrases('%|percent|pct|per cent');

/** Dividing by a hundred in decimal: 1.1% is 0.011, not 0.011000000000000001. */
function percent(value: number): number {
  return Number(`${value}e-2`);
}

/** "450 billion dollars", "198.5 pounds". */
function worded(tokens: readonly Token[], at: number, written: Written): Figure | null {
  const scaled = scale(tokens, written);
  const currency =
    WORDS[lowerAt(tokens, scaled.next)] ??
    (CODES.has(tokens[scaled.next]?.text ?? '') ? tokens[scaled.next]!.text : undefined);
  if (currency === undefined) return null;
  return figure(tokens, { is: 'money', currency, large: scaled.large }, at, { ...scaled, next: scaled.next + 1 });
}

function moneyAt(tokens: readonly Token[], at: number, numberFrom: number, sign: string): Figure | null {
  const written = numberAt(tokens, numberFrom);
  if (written === null || tokens[numberFrom]?.kind !== 'number') return null;
  const letters = tokens[at - 1];
  const glued = letters !== undefined && letters.end === tokens[at]!.start ? DOLLARS[letters.lower] : undefined;
  const currency = sign === '$' ? (glued ?? '$') : sign;
  const scaled = scale(tokens, written);
  return figure(tokens, { is: 'money', currency, large: scaled.large }, glued === undefined ? at : at - 1, scaled);
}

function scale(tokens: readonly Token[], written: Written): Written & { readonly large: boolean } {
  const token = tokens[written.next];
  const factor = SCALES[token?.lower ?? ''];
  const letter = (token?.text.length ?? 0) === 1;
  if (factor === undefined || (letter && token?.start !== tokens[written.next - 1]?.end))
    return { ...written, large: false };
  return {
    value: Number((written.value * factor).toPrecision(15)),
    resolution: Number((written.resolution * factor).toPrecision(15)),
    next: written.next + 1,
    large: true,
  };
}

function figure(
  tokens: readonly Token[],
  what: Pick<Figure, 'is' | 'currency' | 'large'>,
  core: number,
  { value, resolution, next }: Written,
): Figure {
  const { wording, start, end } = wordingOf(tokens, core, next);
  return { ...what, stated: { value, wording, resolution }, start, end, core };
}
