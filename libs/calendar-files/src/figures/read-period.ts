import { readDate, readMonth } from '../when/dates';

/** What a row says of the period that is reported on, cell by cell. */
export interface PeriodCells {
  readonly period: string;
  readonly quarter: string;
  readonly year: string;
}

/**
 * The issuer's own period, 2025-Q4 or 2025. Only where a row names a quarter and a year (or a year alone as FY): the day
 * on which a quarter ends does not tell which quarter of the issuer's year it is.
 */
export function readPeriod({ period, quarter, year }: PeriodCells): string | null {
  const text = period.slice(0, 120);
  const inText = /(?:^|\W)Q([1-4])[ '-]{0,3}(?:FY ?)?(\d{4})(?!\d)/i.exec(text);
  if (inText !== null) return `${inText[2] ?? ''}-Q${inText[1] ?? ''}`;
  const yearFirst = /(?:^|\D)(\d{4})[ -]{0,2}(Q[1-4]|H[12])(?!\d)/i.exec(text);
  if (yearFirst !== null) return `${yearFirst[1] ?? ''}-${(yearFirst[2] ?? '').toUpperCase()}`;
  return ofYear(text.trim() === '' ? quarter : text, yearOf(year) ?? yearIn(text));
}

function ofYear(part: string, year: string | undefined): string | null {
  if (year === undefined) return null;
  const text = part.trim().toUpperCase();
  const quarter = /^Q?([1-4])(?:Q|\.0)?$/.exec(text);
  if (quarter !== null) return `${year}-Q${quarter[1] ?? ''}`;
  if (/^H[12]$/.test(text)) return `${year}-${text}`;
  return /^(?:FY|Y|FULL YEAR|ANNUAL)/.test(text) ? year : null;
}

function yearOf(text: string): string | undefined {
  return /^(\d{4})(?:\.0)?$/.exec(text.trim())?.[1];
}

function yearIn(text: string): string | undefined {
  return /^FY ?(\d{4})$/i.exec(text.trim())?.[1];
}

/** The end of the period: a date, or a month as Nasdaq writes it (Dec/2025). Null: none is stated. */
export function readFiscalEnd(cell: string): string | null {
  const month = readMonth(cell);
  if (month !== undefined) return month;
  const date = readDate(cell)?.date;
  return date !== undefined && 'on' in date ? date.on : null;
}
