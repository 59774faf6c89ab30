import { columnLayout } from '../detect/column-layout';
import type { PriceDialect } from '../dialect';
import { symbolOfName } from '../symbol-of-name';

/** End-of-day prices of api.tiingo.com with format=csv; its columns come in any order. */
export const tiingo: PriceDialect = {
  name: 'tiingo',
  title: 'Tiingo end-of-day prices',
  basis: 'close is as traded, adjClose adjusted for splits and dividends; divCash as paid (its documentation).',
  recognise(head, options) {
    if (!['date', 'close', 'adjclose', 'divcash', 'splitfactor'].every((name) => head.header.includes(name)))
      return null;
    const layout = columnLayout(
      head,
      {
        date: 'date',
        symbol: { column: 'ticker' },
        figures: {
          raw: { open: 'open', high: 'high', low: 'low', close: 'close', volume: 'volume' },
          fullyAdjusted: { open: 'adjopen', high: 'adjhigh', low: 'adjlow', close: 'adjclose', volume: 'adjvolume' },
        },
        dividend: { column: 'divcash', basis: 'raw' },
        split: 'splitfactor',
      },
      options,
    );
    if (layout === null) return null;
    const reasons = ["The header has Tiingo's adjClose, divCash and splitFactor."];
    return { certainty: 'sure', reasons, layout, symbol: symbolOfName(head.name) };
  },
};
