import { columnLayout } from '../detect/column-layout';
import type { PriceDialect } from '../dialect';

const COLUMNS = ['ticker', 'volume', 'open', 'close', 'high', 'low', 'window_start', 'transactions'];

/** Day aggregates of the flat files of Polygon.io, since 2025 Massive: a day a file, all tickers. */
export const polygon: PriceDialect = {
  name: 'polygon',
  title: 'Polygon/Massive day aggregates',
  basis: 'As traded: flat files are not adjusted (its documentation); volume may hold fractions of shares.',
  datedSymbols: true,
  recognise(head, options) {
    if (!COLUMNS.every((name) => head.header.includes(name))) return null;
    const layout = columnLayout(
      head,
      {
        date: 'window_start',
        dates: 'nanos',
        symbol: { column: 'ticker' },
        figures: { raw: { open: 'open', high: 'high', low: 'low', close: 'close', volume: 'volume' } },
        numbers: 'plain',
      },
      options,
    );
    if (layout === null) return null;
    const reasons = ['The header has window_start and transactions of Polygon/Massive flat files.'];
    return { certainty: 'sure', reasons, layout, symbol: null };
  },
};
