import { dayOf, NO_DAY } from './calendar-days';

/**
 * How a file writes its dates. `iso`: 2026-11-23, whatever time follows; `compact`: 20261123; `ymd`: 2026/11/23;
 * `mdy` and `dmy`: 11/23/2026 and 23/11/2026 with / . or -; `named`: 23-Nov-2026 or Nov 23, 2026; and Unix times of the
 * start of a day, whose date is the day in New York.
 */
export type DateFormat = 'iso' | 'compact' | 'ymd' | 'mdy' | 'dmy' | 'named' | 'seconds' | 'millis' | 'nanos';

export const TEXT_FORMATS = ['iso', 'compact', 'ymd', 'mdy', 'dmy', 'named'] as const satisfies readonly DateFormat[];

export const DATE_EXAMPLES: Readonly<Record<DateFormat, string>> = {
  iso: 'YYYY-MM-DD',
  compact: 'YYYYMMDD',
  ymd: 'YYYY/MM/DD',
  mdy: 'M/D/YYYY',
  dmy: 'D/M/YYYY',
  named: 'D-Mon-YYYY',
  seconds: 'Unix seconds of the start of a day',
  millis: 'Unix milliseconds of the start of a day',
  nanos: 'Unix nanoseconds of the start of a day',
};

/** Days since 1970-01-01; NO_DAY where the field is no date of the format. */
export type DateParser = (bytes: Buffer, from: number, to: number) => number;

const LONGEST = 40;
const DAY_MS = 86_400_000;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** pandas and Tiingo write the midnight in which the exchange's day begins; any other time is of a bar within the day. */
const MIDNIGHT = /^(?:[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:?\d\d)?)?\s*$/;
const PLACED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: (?:0?0:00(?::00)?|12:00(?::00)? AM))?$/;
const YEAR_FIRST = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/;
const DAY_MONTH = /^(\d{1,2})[ -]([a-z]{3,9})[ -](\d{4})$/i;
const MONTH_DAY = /^([a-z]{3,9})\.? (\d{1,2}), ?(\d{4})$/i;

export function dateParser(format: DateFormat): DateParser {
  switch (format) {
    case 'iso':
      return parseIso;
    case 'compact':
      return parseCompact;
    case 'seconds':
      return epochParser(1 / 1000);
    case 'millis':
      return epochParser(1);
    case 'nanos':
      return epochParser(1_000_000);
    case 'ymd':
    case 'mdy':
    case 'dmy':
    case 'named':
      return (bytes, from, to) =>
        to - from > LONGEST ? NO_DAY : readDateText(bytes.toString('latin1', from, to), format);
  }
}

/** The same for a field's text. */
export function readDateText(text: string, format: DateFormat): number {
  const said = text.trim();
  if (format === 'ymd') return fromMatch(YEAR_FIRST.exec(said), 1, 2, 3);
  if (format === 'mdy') return fromMatch(PLACED.exec(said), 3, 1, 2);
  if (format === 'dmy') return fromMatch(PLACED.exec(said), 3, 2, 1);
  if (format === 'named') return fromNames(said);
  const bytes = Buffer.from(said, 'latin1');
  return dateParser(format)(bytes, 0, bytes.length);
}

function parseIso(bytes: Buffer, from: number, to: number): number {
  if (to - from < 10 || bytes[from + 4] !== 45 || bytes[from + 7] !== 45) return NO_DAY;
  if (to - from > 10 && !MIDNIGHT.test(bytes.toString('latin1', from + 10, Math.min(to, from + LONGEST))))
    return NO_DAY;
  return dayOf(digits(bytes, from, 4), digits(bytes, from + 5, 2), digits(bytes, from + 8, 2));
}

function parseCompact(bytes: Buffer, from: number, to: number): number {
  if (to - from < 8) return NO_DAY;
  // LEAN writes the hour behind it: only midnight's is a daily bar.
  if (to - from > 8 && bytes.toString('latin1', from + 8, Math.min(to, from + LONGEST)).trimEnd() !== ' 00:00')
    return NO_DAY;
  return dayOf(digits(bytes, from, 4), digits(bytes, from + 4, 2), digits(bytes, from + 6, 2));
}

/** Midnight in New York is 04:00 or 05:00 UTC, so that UTC has its date, too; later than noon is no start of a day. */
function epochParser(unitsPerMilli: number): DateParser {
  return (bytes, from, to) => {
    const text = bytes.toString('latin1', from, Math.min(to, from + LONGEST));
    if (!/^\d{9,20}(?:\.0*)?$/.test(text)) return NO_DAY;
    const millis = Number(text) / unitsPerMilli;
    const intoDay = millis % DAY_MS;
    return intoDay < DAY_MS / 2 ? Math.floor(millis / DAY_MS) : NO_DAY;
  };
}

function fromNames(said: string): number {
  const dayFirst = DAY_MONTH.exec(said);
  if (dayFirst !== null) return dayOf(Number(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = MONTH_DAY.exec(said);
  return monthFirst === null ? NO_DAY : dayOf(Number(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2]));
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

function fromMatch(found: RegExpExecArray | null, year: number, month: number, day: number): number {
  return found === null ? NO_DAY : dayOf(Number(found[year]), Number(found[month]), Number(found[day]));
}

/** NaN where one is no digit, which no date survives. */
function digits(bytes: Buffer, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at += 1) {
    const digit = bytes[at]! - 48;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return value;
}
