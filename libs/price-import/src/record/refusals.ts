import type { BarByBar } from '@streakline/market-data';
import type { PriceRow, PriceSeries, SeriesFact } from '../gather/series';
import type { RefusedPriceRow } from '../refused-row';
import { dateOf } from './date-of';

/** Names rows of series as people find them in their files. */
export class Refusals {
  constructor(private readonly paths: readonly string[]) {}

  row(series: PriceSeries, row: PriceRow, code: string, reason: string): RefusedPriceRow {
    return { ...this.place(series, row), code, reason, text: figuresOf(row) };
  }

  /** Rows of one day that say different things. */
  atOdds(series: PriceSeries, row: PriceRow, other: PriceRow): RefusedPriceRow {
    const where = other.file === row.file ? `line ${other.line}` : `${this.paths[other.file]}, line ${other.line}`;
    return this.row(series, row, 'saidTwice', `${where} tells ${dateOf(row.day)} differently: ${figuresOf(other)}`);
  }

  bars(series: PriceSeries, rows: readonly PriceRow[], { refused }: BarByBar): readonly RefusedPriceRow[] {
    return [...refused].flatMap(([index, faults]) => {
      const [row, first] = [rows[index], faults[0]];
      if (row === undefined || first === undefined) return [];
      const more = faults.length === 1 ? '' : ` (and ${faults.length - 1} more)`;
      return [this.row(series, row, first.code, `${onCommandLine(first.detail)}${more}`)];
    });
  }

  fact(series: PriceSeries, fact: SeriesFact, code: string, reason: string): RefusedPriceRow {
    return { ...this.place(series, fact), code, reason, text: String(fact.value) };
  }

  /** All rows of a series, at once. */
  series(series: PriceSeries, first: PriceRow | SeriesFact, rows: number, code: string, reason: string) {
    const text = rows === 1 ? '1 row' : `${rows} rows`;
    return { ...this.place(series, first), date: null, code, reason, text };
  }

  private place({ traits }: PriceSeries, { day, line, file }: Pick<PriceRow, 'day' | 'line' | 'file'>) {
    return { file: this.paths[file] ?? '', line, symbol: traits.symbol, date: dateOf(day) };
  }
}

function figuresOf({ open, high, low, close, volume }: PriceRow): string {
  return [open, high, low, close, volume].map((figure) => (Number.isNaN(figure) ? '' : String(figure))).join(',');
}

/** The decider tells a program what to send. */
function onCommandLine(detail: string): string {
  return detail.replace(
    'Send "revises": true if the delivery replaces what is on record.',
    'Give --revises if the file replaces what is on record.',
  );
}
