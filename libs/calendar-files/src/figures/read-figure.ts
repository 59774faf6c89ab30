/** What separates the decimals of a file's figures. */
export type DecimalMark = '.' | ',';

const nothing = new Set(['', '-', '--', '---', 'n/a', 'na', 'nan', 'none', 'null', 'tbd', '.']);
const scales: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mn: 1e6, b: 1e9, bn: 1e9, t: 1e12 };

/**
 * A figure as calendars write it: 1.95, -0.35, (0.35), $1.95, -$0.12, 1,234.5, 213.4B. Null: the cell holds none (--, N/A).
 * Undefined: it holds something else.
 */
export function readFigure(cell: string, mark: DecimalMark): number | null | undefined {
  const text = cell.trim().replace(/\u2212/g, '-');
  if (nothing.has(text.toLowerCase())) return null;
  if (text.length > 40) return undefined;
  const inBrackets = /^\((.*)\)$/.exec(text)?.[1]?.trim();
  const parts = partsOf(inBrackets ?? text, mark);
  if (parts === undefined) return undefined;
  const negatives = parts.negatives + (inBrackets === undefined ? 0 : 1);
  // A minus in brackets, or two of them, is no way to write a figure.
  if (negatives > 1) return undefined;
  return negatives === 1 && parts.value !== 0 ? -parts.value : parts.value;
}

const pattern = /^([+-]?)(?:US)?[$€£¥]? ?([+-]?)([\d.,]+(?:e[+-]?\d{1,3})?) ?([a-z]{0,2})$/i;

/** The figure without its sign, and how many minuses stand before it. */
function partsOf(text: string, mark: DecimalMark): { readonly value: number; readonly negatives: number } | undefined {
  const [, before = '', within = '', digits = '', scale = ''] = pattern.exec(text) ?? [];
  const factor = scale === '' ? 1 : scales[scale.toLowerCase()];
  const value = unsigned(digits, mark);
  if (factor === undefined || value === undefined) return undefined;
  return { value: scaledBy(value, factor), negatives: [before, within].filter((sign) => sign === '-').length };
}

/** 213.39 billion is 213390000000, not what 213.39 * 1e9 comes to in floating point. */
function scaledBy(value: number, factor: number): number {
  return factor === 1 ? value : Number(`${value}e${Math.log10(factor)}`);
}

function unsigned(digits: string, mark: DecimalMark): number | undefined {
  const group = mark === '.' ? ',' : '.';
  const plain = mark === '.' ? groupedByComma : groupedByPoint;
  if (!/\d/.test(digits) || !plain.test(digits)) return undefined;
  const value = Number(digits.replaceAll(group, '').replace(',', '.'));
  return Number.isFinite(value) ? value : undefined;
}

const groupedByComma = /^(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[+-]?\d{1,3})?$/i;
const groupedByPoint = /^(?:\d{1,3}(?:\.\d{3})+|\d+)?(?:,\d*)?(?:e[+-]?\d{1,3})?$/i;

/** The mark that a cell can only be read with; null where it tells nothing (1234, 1,234 or 1.234). */
export function markToldBy(cell: string): DecimalMark | null {
  const digits = cell.slice(0, 40).replace(/[^\d.,]/g, '');
  const [comma, point] = [digits.lastIndexOf(','), digits.lastIndexOf('.')];
  if (comma < 0 && point < 0) return null;
  const [last, other]: [DecimalMark, DecimalMark] = comma > point ? [',', '.'] : ['.', ','];
  if (Math.min(comma, point) >= 0) return last;
  const groups = digits.split(last).length - 1;
  const mayGroup = /^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(digits);
  if (groups > 1) return mayGroup ? other : null;
  return mayGroup ? null : last;
}
