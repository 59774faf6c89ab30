import type { BarBody, RecordBarsBody } from '@streakline/market-data';
import { type Exchange, OutsideCoverageError } from '@streakline/market-time';
import type { PriceRow, SeriesTraits } from '../gather/series';
import { dateOf } from './date-of';

/** Rows as the body of POST bars. `basisAsOf`: a session, of adjusted prices. */
export function deliveryOf(
  rows: readonly PriceRow[],
  { source, basis }: SeriesTraits,
  { revises, basisAsOf }: { readonly revises: boolean; readonly basisAsOf: string },
): RecordBarsBody {
  return {
    source,
    basis,
    ...(basis === 'splitAdjusted' ? { basisAsOf } : {}),
    ...(revises ? { revises } : {}),
    bars: rows.map(barOf),
  };
}

function barOf({ day, open, high, low, close, volume }: PriceRow): BarBody {
  return {
    session: dateOf(day),
    open: given(open),
    high: given(high),
    low: given(low),
    close,
    volume: given(volume),
  };
}

function given(figure: number): number | undefined {
  return Number.isNaN(figure) ? undefined : figure;
}

/**
 * The last session that the prices of a file can be adjusted up to: that of its last row, or the one before it, and none
 * that has not begun by `now` (epoch milliseconds): a row of a date to come is a slip of that row.
 */
export function lastSession(lastDay: number, exchange: Exchange, now: number): string {
  const [date, today] = [dateOf(lastDay), exchange.dateOf(now)];
  try {
    const session = exchange.lastOnOrBefore(date < today ? date : today);
    return exchange.hours(session).open <= now ? session : exchange.shift(session, -1);
  } catch (error) {
    if (error instanceof OutsideCoverageError) return date;
    throw error;
  }
}
