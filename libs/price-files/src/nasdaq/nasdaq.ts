import { columnLayout } from '../detect/column-layout';
import type { PriceDialect } from '../dialect';
import { symbolOfName } from '../symbol-of-name';
import { basisOf } from '../told-basis';

/** The "Download Historical Data" of nasdaq.com: $ before prices, dates M/D/Y, newest first. */
export const nasdaq: PriceDialect = {
  name: 'nasdaq',
  title: 'Nasdaq.com historical quotes',
  basis: 'Adjusted for splits, not for dividends, as its prices before past splits show; say --basis if yours are raw.',
  recognise(head, options) {
    if (!head.header.includes('close/last')) return null;
    const layout = columnLayout(
      head,
      {
        date: 'date',
        dates: 'mdy',
        figures: {
          [basisOf('splitAdjusted', options)]: {
            open: 'open',
            high: 'high',
            low: 'low',
            close: 'close/last',
            volume: 'volume',
          },
        },
        numbers: 'money',
      },
      options,
    );
    if (layout === null) return null;
    const reasons = ["The header has Nasdaq.com's Close/Last; its dates are month first."];
    return { certainty: 'sure', reasons, layout, symbol: symbolOfName(head.name) };
  },
};
