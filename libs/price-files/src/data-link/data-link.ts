import { columnLayout } from '../detect/column-layout';
import type { PriceDialect } from '../dialect';
import { symbolOfName } from '../symbol-of-name';

/** `WIKI-AMZN.csv` and `EOD-AMZN.csv`, as Data Link names what it sends. */
const NAME = /^(?:(?:wiki|eod)[-_/])?([a-z]{1,5}(?:[._-][a-z]{1,2})?)\.csv$/i;

/** Nasdaq Data Link (once Quandl): WIKI prices and QuoteMedia's EOD, a symbol a file or as one table. */
export const dataLink: PriceDialect = {
  name: 'datalink',
  title: 'Nasdaq Data Link (WIKI, EOD)',
  basis: 'Open to Close are as traded, Adj_ columns adjusted for splits and dividends; dividends as paid (its tables).',
  recognise(head, options) {
    // One symbol's files write "Adj. Close" or "Adj_Close", the tables "adj_close".
    const named = {
      ...head,
      header: head.header.map((name) => name.replace(/^adj(?:\. ?|_)/, 'adj_').replace(' ', '_')),
    };
    const has = (name: string) => named.header.includes(name);
    const dividend = has('ex-dividend') ? 'ex-dividend' : 'dividend';
    const split = has('split_ratio') ? 'split_ratio' : 'split';
    if (!['date', 'close', 'adj_open', 'adj_close', 'adj_volume', dividend, split].every(has)) return null;
    const layout = columnLayout(
      named,
      {
        date: 'date',
        symbol: { column: 'ticker' },
        figures: {
          raw: { open: 'open', high: 'high', low: 'low', close: 'close', volume: 'volume' },
          fullyAdjusted: {
            open: 'adj_open',
            high: 'adj_high',
            low: 'adj_low',
            close: 'adj_close',
            volume: 'adj_volume',
          },
        },
        dividend: { column: dividend, basis: 'raw' },
        split,
      },
      options,
    );
    if (layout === null) return null;
    const reasons = [`The header has Data Link's Adj_ columns, ${dividend} and ${split}.`];
    return { certainty: 'sure', reasons, layout, symbol: symbolOfName(head.name, NAME) };
  },
};
