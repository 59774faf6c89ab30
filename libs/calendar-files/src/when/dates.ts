import { fromDay, NotADateError, toDay } from '@streakline/market-time';

/** Of dates in numbers whose year comes last: the day or the month first. */
export type DateOrder = 'DMY' | 'MDY';

/** A date as written; `numbers` where day and month cannot be told from one cell alone. */
export type WrittenDate =
  { readonly on: string } | { readonly numbers: readonly [first: number, second: number]; readonly year: number };

const months = 'january february march april may june july august september october november december'.split(' ');
const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? /i;

/** A cell's date and what follows it (a time of day, as a rule). Undefined where it begins with no date that exists. */
export function readDate(cell: string): { readonly date: WrittenDate; readonly rest: string } | undefined {
  const text = cell.trim().slice(0, 80).replace(weekday, '');
  for (const read of [yearFirst, compact, numbersFirst, monthFirst, dayFirst]) {
    const found = read(text);
    if (found !== undefined)
      return {
        date: found.date,
        rest: text
          .slice(found.length)
          .replace(/^(?:T|,? )/, '')
          .trim(),
      };
  }
  return undefined;
}

interface Found {
  readonly date: WrittenDate;
  readonly length: number;
}

function yearFirst(text: string): Found | undefined {
  const [all = '', year, month, day] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/.exec(text) ?? [];
  return found(all, dateOf(Number(year), Number(month), Number(day)));
}

function compact(text: string): Found | undefined {
  const [all = '', year, month, day] = /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(text) ?? [];
  return found(all, dateOf(Number(year), Number(month), Number(day)));
}

/** 5.2.2026 is written where the day comes first; 2/5/2026 and 2-5-2026 in either order. */
function numbersFirst(text: string): Found | undefined {
  const [all, first, mark, second, year] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(text) ?? [];
  if (all === undefined) return undefined;
  const [one, other, full] = [Number(first), Number(second), fullYear(year ?? '')];
  if (mark === '.') return found(all, dateOf(full, other, one));
  const either = dateOf(full, one, other) ?? dateOf(full, other, one);
  return either === undefined ? undefined : { date: { numbers: [one, other], year: full }, length: all.length };
}

function monthFirst(text: string): Found | undefined {
  const [all = '', month, day, year] = /^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/.exec(text) ?? [];
  return found(all, dateOf(Number(year), monthOf(month), Number(day)));
}

function dayFirst(text: string): Found | undefined {
  const [all = '', day, month, year] = /^(\d{1,2})[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4}|\d{2})(?!\d)/.exec(text) ?? [];
  return found(all, dateOf(fullYear(year ?? ''), monthOf(month), Number(day)));
}

function found(all: string, on: string | undefined): Found | undefined {
  return on === undefined ? undefined : { date: { on }, length: all.length };
}

/** The date of numbers in an order; undefined where none such exists. */
export function dateIn(
  order: DateOrder,
  { numbers: [first, second], year }: { numbers: readonly [number, number]; year: number },
) {
  return order === 'MDY' ? dateOf(year, first, second) : dateOf(year, second, first);
}

/** The last day of a month that is written Feb/2026, 2026-02 or Feb 2026, as YYYY-MM; undefined for anything else. */
export function readMonth(cell: string): string | undefined {
  const text = cell.trim().slice(0, 40);
  const named = /^([A-Za-z]{3,9})\.?[/ -](\d{4})$/.exec(text);
  if (named !== null) return monthText(Number(named[2]), monthOf(named[1]));
  const numbered = /^(\d{4})[-/](\d{1,2})$/.exec(text);
  return numbered === null ? undefined : monthText(Number(numbered[1]), Number(numbered[2]));
}

function monthText(year: number, month: number): string | undefined {
  return dateOf(year, month, 1)?.slice(0, 7);
}

function monthOf(name = ''): number {
  // Three letters at least, by the pattern that found it.
  const month = months.findIndex((each) => name !== '' && each.startsWith(name.toLowerCase())) + 1;
  return month === 0 ? Number.NaN : month;
}

/** As POSIX has it: 69 to 99 are of the last century. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 4 ? year : year + (year < 69 ? 2000 : 1900);
}

function dateOf(year: number, month: number, day: number): string | undefined {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return undefined;
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  try {
    return fromDay(toDay(text));
  } catch (error) {
    if (error instanceof NotADateError) return undefined;
    throw error;
  }
}
