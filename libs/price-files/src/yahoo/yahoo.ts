import { columnLayout } from '../detect/column-layout';
import type { PriceDialect } from '../dialect';
import { symbolOfName } from '../symbol-of-name';

const HEADER = 'date,open,high,low,close,adj close,volume';

/** The "Download" of Yahoo Finance's historical data, until September 2024; many copies of it are about. */
export const yahoo: PriceDialect = {
  name: 'yahoo',
  title: 'Yahoo Finance, the old download',
  basis: 'Close is adjusted for splits, Adj Close for dividends, too (the page says so under its table).',
  recognise(head, options) {
    if (head.header.join(',') !== HEADER) return null;
    const layout = columnLayout(
      head,
      {
        date: 'date',
        figures: {
          splitAdjusted: { open: 'open', high: 'high', low: 'low', close: 'close', volume: 'volume' },
          fullyAdjusted: { close: 'adj close' },
        },
      },
      options,
    );
    if (layout === null) return null;
    return {
      certainty: 'sure',
      reasons: ["The header is Yahoo's: Date,Open,High,Low,Close,Adj Close,Volume."],
      // Yahoo ended its files without a line end, so that this tells of no cut.
      layout: { ...layout, endsWithoutNewline: true },
      symbol: symbolOfName(head.name),
    };
  },
};
