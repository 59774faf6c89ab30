import { PriceFileError } from '../price-file-error';
import type { NumberStyle } from '../reading/row-layout';

/** 1.234,56 or 0,5: the comma can only be the decimal one. */
const DECIMAL_COMMA =
  /^-?(?:\d{1,3}(?:\.\d{3})+|\d+),(?:\d{1,2}|\d{4,})$|^-?\d{1,3}(?:\.\d{3})+,\d*$|^-?(?:0|\d{4,}),\d+$/;
/** 1,234.56 or 1,234,567: commas can only part thousands. */
const THOUSANDS = /^-?\d{1,3}(?:,\d{3})+\.\d*$|^-?\d{1,3}(?:,\d{3}){2,}$/;

/**
 * How a file writes its numbers, from all those of its head that hold a comma. Between fields parted by commas a comma
 * within quotes parts thousands; decimal commas there are refused, because half of all programs write such files wrongly.
 */
export function establishNumbers(file: string, texts: readonly string[], delimiter: string): NumberStyle {
  const withComma = texts.map((text) => text.trim()).filter((text) => text.includes(','));
  const dollars = texts.some((text) => text.trim().startsWith('$'));
  if (withComma.length === 0) return dollars ? 'money' : 'plain';
  const decimal = withComma.find((text) => DECIMAL_COMMA.test(text));
  const thousands = withComma.find((text) => THOUSANDS.test(text.replace('$', '')));
  if (decimal !== undefined && (delimiter === ',' || thousands !== undefined)) {
    const beside = thousands === undefined ? 'fields that commas part' : `numbers such as ${thousands}`;
    const detail = `${decimal} has a decimal comma, beside ${beside}. Save the file with decimal points, or with semicolons between fields.`;
    throw new PriceFileError('ambiguousDecimals', file, detail);
  }
  if (decimal !== undefined) return 'comma';
  if (thousands !== undefined || dollars) return 'money';
  const detail = `${withComma[0] ?? ''} may be a thousand or a fraction, and no other number tells. Save the file with decimal points and nothing between thousands.`;
  throw new PriceFileError('ambiguousDecimals', file, detail);
}
