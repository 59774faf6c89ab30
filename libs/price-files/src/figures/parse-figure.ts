/** What `parse...` give for a field that is no number. A blank one is NaN. */
export const UNREADABLE = Infinity;

const POWERS_OF_TEN = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
/** Up to here another digit keeps a mantissa below 2^53, so that it stays exact. */
const ROOM_FOR_A_DIGIT = 900_719_925_474_098;
const LONGEST = 64;
const [ZERO, NINE, POINT, MINUS, SPACE, TAB] = [48, 57, 46, 45, 32, 9];
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i;
const BLANKS = new Set(['', 'null', 'nan', 'n/a', 'na', 'none', '-', '--']);

export type FigureParser = (bytes: Buffer, from: number, to: number) => number;

/**
 * A decimal number from bytes, as `Number` reads its text: digits below 2^53 over a power of ten up to 22 are exact in
 * both, so that their quotient is correctly rounded (Clinger, "How to read floating point numbers accurately", 1990).
 */
export function parsePlain(bytes: Buffer, from: number, to: number): number {
  const at = startOf(bytes, from, to);
  const end = endOf(bytes, at, to);
  const negative = bytes[at] === MINUS;
  const first = negative ? at + 1 : at;
  let mantissa = 0;
  let point = -1;
  let digits = 0;
  for (let place = first; place < end; place += 1) {
    const byte = bytes[place]!;
    if (byte >= ZERO && byte <= NINE && mantissa <= ROOM_FOR_A_DIGIT) {
      mantissa = mantissa * 10 + (byte - ZERO);
      digits += 1;
    } else if (byte === POINT && point < 0) point = place;
    else return parseText(bytes, at, end);
  }
  const fraction = point < 0 ? 0 : end - point - 1;
  if (digits === 0 || fraction > 22) return parseText(bytes, at, end);
  const value = fraction === 0 ? mantissa : mantissa / POWERS_OF_TEN[fraction]!;
  return negative ? -value : value;
}

/** `$1,234.56` of web pages; commas must part thousands. */
export function parseMoney(bytes: Buffer, from: number, to: number): number {
  const text = textOf(bytes, from, to).replace('$', '');
  if (!text.includes(',')) return numberOf(text);
  return /^-?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(text) ? numberOf(text.replaceAll(',', '')) : UNREADABLE;
}

/** `1.234,56` and `1234,56`; points must part thousands. */
export function parseComma(bytes: Buffer, from: number, to: number): number {
  const text = textOf(bytes, from, to);
  if (text.includes('.') && !/^-?\d{1,3}(?:\.\d{3})+(?:,\d*)?$/.test(text)) return UNREADABLE;
  return numberOf(text.replaceAll('.', '').replace(',', '.'));
}

/** Whether a field says in one of the usual ways that it has no value. */
export function isBlankText(text: string): boolean {
  return BLANKS.has(text.trim().toLowerCase());
}

function parseText(bytes: Buffer, from: number, to: number): number {
  return numberOf(textOf(bytes, from, to));
}

function textOf(bytes: Buffer, from: number, to: number): string {
  return bytes.toString('latin1', from, Math.min(to, from + LONGEST + 1)).trim();
}

function numberOf(text: string): number {
  if (BLANKS.has(text.toLowerCase())) return NaN;
  if (text.length > LONGEST || !NUMBER.test(text)) return UNREADABLE;
  const value = Number(text);
  return Number.isFinite(value) ? value : UNREADABLE;
}

function startOf(bytes: Buffer, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(bytes[at]!)) at += 1;
  return at;
}

function endOf(bytes: Buffer, from: number, to: number): number {
  let end = to;
  while (end > from && isBlank(bytes[end - 1]!)) end -= 1;
  return end;
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === TAB;
}
