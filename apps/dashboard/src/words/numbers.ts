import { NOTHING } from './nothing';

/*
 * Figures as people read them, in English: a minus is a minus sign (U+2212), so that columns of digits align and no line
 * breaks after it.
 */
const MINUS = '\u2212';

/** A fraction as a percentage with its sign: -0.1818 is −18.18%. */
export function percent(fraction: number | null | undefined, digits = 2): string {
  return fraction === null || fraction === undefined ? NOTHING : `${signed(fraction * 100, digits)}%`;
}

/** With its sign, a plus too; what rounds to zero has none. */
export function signed(value: number | null | undefined, digits = 2): string {
  if (value === null || value === undefined) return NOTHING;
  const text = grouped(Math.abs(value), digits);
  if (Number(text.replaceAll(',', '')) === 0) return text;
  return `${value < 0 ? MINUS : '+'}${text}`;
}

/** With thousands apart: 10,690,216,011. */
export function whole(count: number | null | undefined): string {
  if (count === null || count === undefined) return NOTHING;
  return `${count < 0 ? MINUS : ''}${grouped(Math.abs(count), 0)}`;
}

/** A price as it is quoted: two decimals, four below one. */
export function price(value: number | null | undefined): string {
  if (value === null || value === undefined) return NOTHING;
  const size = Math.abs(value);
  return `${value < 0 ? MINUS : ''}${grouped(size, size !== 0 && size < 1 ? 4 : 2)}`;
}

export function plural(count: number, noun: string, several = `${noun}s`): string {
  return `${whole(count)} ${count === 1 ? noun : several}`;
}

const formats = new Map<number, Intl.NumberFormat>();

/** Thousands apart, with so many decimals. The formats are kept: making one costs more than a hundred uses. */
export function grouped(value: number, digits: number): string {
  let format = formats.get(digits);
  if (format === undefined) {
    format = new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
    formats.set(digits, format);
  }
  return format.format(value);
}
