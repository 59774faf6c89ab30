import { NO_DAY } from '../figures/calendar-days';
import { readDateText } from '../figures/date-formats';
import type { FileFact, PriceItem } from '../price-item';
import { snapRatio } from './snap-ratio';

/** A dividend's or split's row may lie this many days before the ex-date: a long weekend, or September 2001. */
const LONGEST_GAP = 10;

interface FactorRow {
  readonly line: number;
  readonly day: number;
  readonly priceFactor: number;
  readonly splitFactor: number;
  /** The raw close of its day; older files lack it. */
  readonly referencePrice: number | null;
}

/**
 * Dividends and splits of a factor file: date, price factor, split factor, reference price, a row for the last session
 * before each ex-date. Prices up to a row's day are multiplied by its factors, so that from one row to the next the price
 * factor grows by C / (C - D) and the split factor by the split (CorporateFactorRow.cs of QuantConnect/Lean). The ex-date
 * is the first row of prices after the day. Factors have seven decimals: dividends are right to about four.
 */
export function factsOfFactors(
  file: string,
  symbol: string,
  text: string,
  days: readonly number[],
  closes: readonly number[],
): readonly PriceItem[] {
  const { rows, refused } = factorRows(file, text);
  const facts = rows.slice(0, -1).flatMap((row, index): FileFact[] => {
    const next = rows[index + 1];
    const at = days.findIndex((day) => day > row.day);
    const exDay = days[at];
    // Before the first row of prices nothing says which session was next.
    if (next === undefined || exDay === undefined || at === 0 || exDay - row.day > LONGEST_GAP) return [];
    const close = row.referencePrice ?? closes[at - 1] ?? NaN;
    const dividend = Math.round(close * (1 - row.priceFactor / next.priceFactor) * 10_000) / 10_000;
    const split = snapRatio(next.splitFactor / row.splitFactor);
    return [...(dividend > 0 ? [fact({ dividend })] : []), ...(split !== 1 ? [fact({ split })] : [])];
    function fact(what: { dividend: number } | { split: number }): FileFact {
      return { kind: 'fact', file, line: row.line, symbol, day: exDay ?? NO_DAY, ...what };
    }
  });
  return [...refused, ...facts];
}

function factorRows(file: string, text: string): { rows: FactorRow[]; refused: PriceItem[] } {
  const rows: FactorRow[] = [];
  const refused: PriceItem[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    const row = factorRow(line, index + 1);
    if (row !== null) rows.push(row);
    else {
      const reason = 'It is no row of a factor file: YYYYMMDD, price factor, split factor, reference price.';
      refused.push({ kind: 'refused', file, line: index + 1, text: line.slice(0, 200), reason });
    }
  });
  return { rows: rows.sort((a, b) => a.day - b.day), refused };
}

function factorRow(line: string, number: number): FactorRow | null {
  const [date = '', price = '', split = '', reference = ''] = line.split(',');
  const day = readDateText(date, 'compact');
  const [priceFactor, splitFactor, referencePrice] = [Number(price), Number(split), Number(reference)];
  if (day === NO_DAY || !(priceFactor > 0) || !(splitFactor > 0)) return null;
  if (!Number.isFinite(priceFactor + splitFactor)) return null;
  return { line: number, day, priceFactor, splitFactor, referencePrice: referencePrice > 0 ? referencePrice : null };
}
