import type { PriceRow, PriceSeries } from './series';

/** The rows of a series by day, each day once. */
export interface RowsInOrder {
  readonly rows: readonly PriceRow[];
  /** Rows that say what another said. */
  readonly repeated: number;
  /** Days that were told differently: none of those rows is to be trusted. */
  readonly atOdds: readonly { readonly row: PriceRow; readonly other: PriceRow }[];
}

/** Sorts by day; the same row twice counts once, two different ones of one day are at odds. */
export function inOrder(series: PriceSeries): RowsInOrder {
  const sorted = Array.from({ length: series.count }, (_, index) => series.row(index));
  if (!isAscending(sorted)) sorted.sort((one, other) => one.day - other.day);
  const rows: PriceRow[] = [];
  const atOdds: { row: PriceRow; other: PriceRow }[] = [];
  let repeated = 0;
  for (let first = 0; first < sorted.length;) {
    let end = first + 1;
    while (end < sorted.length && sorted[end]!.day === sorted[first]!.day) end++;
    const row = sorted[first]!;
    const other = sorted.slice(first + 1, end).find((one) => !isSame(one, row));
    if (other === undefined) {
      rows.push(row);
      repeated += end - first - 1;
    } else {
      for (const one of sorted.slice(first, end)) atOdds.push({ row: one, other: one === row ? other : row });
    }
    first = end;
  }
  return { rows, repeated, atOdds };
}

function isAscending(rows: readonly PriceRow[]): boolean {
  return rows.every((row, index) => index === 0 || rows[index - 1]!.day < row.day);
}

function isSame(one: PriceRow, other: PriceRow): boolean {
  return (['open', 'high', 'low', 'close', 'volume'] as const).every((field) => Object.is(one[field], other[field]));
}
