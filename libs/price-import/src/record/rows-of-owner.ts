import type { PriceRow, PriceSeries, SeriesFact } from '../gather/series';
import type { Owner } from '../owner/owners';

/** Rows of one instrument, by day, each day once, and the facts beside; `series` holds what they have in common. */
export interface RowsOfOwner {
  readonly owner: Owner;
  readonly series: PriceSeries;
  readonly rows: readonly PriceRow[];
  readonly dividends: readonly SeriesFact[];
  readonly splits: readonly SeriesFact[];
}
