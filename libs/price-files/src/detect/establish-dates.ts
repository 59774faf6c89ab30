import type { ReadingOptions } from '../dialect';
import { NO_DAY } from '../figures/calendar-days';
import { DATE_EXAMPLES, type DateFormat, readDateText, TEXT_FORMATS } from '../figures/date-formats';
import { PriceFileError } from '../price-file-error';

/** Unix times of this century by their digits; eight are a date. */
const UNIX_TIMES: readonly (readonly [RegExp, DateFormat])[] = [
  [/^\d{9,10}$/, 'seconds'],
  [/^\d{12,13}$/, 'millis'],
  [/^\d{18,19}$/, 'nanos'],
];

/**
 * The one format of a file's dates, from all rows of its head: what reads most of them. Where day and month could be
 * exchanged in every row, or some rows allow only the one order and some only the other, the caller must say.
 */
export function establishDates(file: string, texts: readonly string[], { dates }: ReadingOptions): DateFormat {
  const said = texts.filter((text) => text.trim() !== '');
  if (said.length === 0) return 'iso';
  const unix = UNIX_TIMES.find(([form]) => said.every((text) => form.test(text.trim())));
  if (unix !== undefined) return unix[1];
  const readBy = new Map<DateFormat, number>(TEXT_FORMATS.map((format) => [format, countOf(said, format)]));
  const [best, most] = [...readBy].reduce((a, b) => (b[1] > a[1] ? b : a));
  if (most === 0) throw noDates(file, said[0] ?? '');
  if (best !== 'mdy' && best !== 'dmy') return best;
  if (dates !== undefined) return dates === 'MDY' ? 'mdy' : 'dmy';
  return orderOf(file, said, { mdy: readBy.get('mdy') ?? 0, dmy: readBy.get('dmy') ?? 0 });
}

function orderOf(file: string, said: readonly string[], read: { mdy: number; dmy: number }): DateFormat {
  const onlyMonthFirst = said.find((text) => reads(text, 'mdy') && !reads(text, 'dmy'));
  const onlyDayFirst = said.find((text) => reads(text, 'dmy') && !reads(text, 'mdy'));
  if (onlyMonthFirst !== undefined && onlyDayFirst !== undefined) {
    const detail = `Its dates are mixed: ${onlyMonthFirst} is a month first, ${onlyDayFirst} a day first. Say which order holds (--dates MDY or DMY); rows of the other are refused.`;
    throw new PriceFileError('mixedDates', file, detail);
  }
  if (onlyMonthFirst === undefined && onlyDayFirst === undefined) {
    const detail = `Its dates, such as ${said[0] ?? ''}, can be read month first or day first. Say which (--dates MDY or DMY).`;
    throw new PriceFileError('ambiguousDates', file, detail);
  }
  return read.mdy > read.dmy ? 'mdy' : 'dmy';
}

function reads(text: string, format: DateFormat): boolean {
  return readDateText(text, format) !== NO_DAY;
}

function countOf(texts: readonly string[], format: DateFormat): number {
  return texts.reduce((count, text) => count + (reads(text, format) ? 1 : 0), 0);
}

function noDates(file: string, text: string): PriceFileError {
  const known = TEXT_FORMATS.map((format) => DATE_EXAMPLES[format]).join(', ');
  return new PriceFileError(
    'unknownFormat',
    file,
    `"${text.slice(0, 40)}" in its column of dates is no date that is read here (${known}; years have four digits, and a time of day other than midnight is no daily bar's).`,
  );
}
