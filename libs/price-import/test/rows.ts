import { toDay } from '@streakline/market-time';
import type { PriceRow } from '../src/gather/series';

/** Rows that hold a close alone, or an open, too, in the order given. */
export function rowsOf(closes: Readonly<Record<string, number | readonly [open: number, close: number]>>): PriceRow[] {
  const none = Number.NaN;
  return Object.entries(closes).map(([date, figures], index) => {
    const [open, close] = typeof figures === 'number' ? [none, figures] : figures;
    return { day: toDay(date), line: index + 2, file: 0, open, high: none, low: none, close, volume: none };
  });
}
