import { columnLayout } from '../detect/column-layout';
import type { PriceDialect } from '../dialect';
import { symbolOfName } from '../symbol-of-name';

const DAILY = 'timestamp,open,high,low,close,volume';
const ADJUSTED = 'timestamp,open,high,low,close,adjusted_close,volume,dividend_amount,split_coefficient';
/** `daily_IBM.csv` and `daily_adjusted_IBM.csv`, as Alpha Vantage names what it sends. */
const NAME = /^(?:daily_(?:adjusted_)?)?([a-z0-9]{1,6}(?:[.-][a-z]{1,3})?)\.csv$/i;

/** TIME_SERIES_DAILY and TIME_SERIES_DAILY_ADJUSTED with datatype=csv. */
export const alphaVantage: PriceDialect = {
  name: 'alphavantage',
  title: 'Alpha Vantage daily',
  basis: 'open to close are as traded, adjusted_close adjusted for splits and dividends (its documentation).',
  recognise(head, options) {
    const header = head.header.join(',');
    if (header !== DAILY && header !== ADJUSTED) return null;
    const layout = columnLayout(
      head,
      {
        date: 'timestamp',
        figures: {
          raw: { open: 'open', high: 'high', low: 'low', close: 'close', volume: 'volume' },
          fullyAdjusted: { close: 'adjusted_close' },
        },
        dividend: { column: 'dividend_amount', basis: 'raw' },
        split: 'split_coefficient',
      },
      options,
    );
    if (layout === null) return null;
    const which = header === DAILY ? 'daily prices' : 'adjusted daily prices';
    const reasons = [`The header is that of Alpha Vantage's ${which}: it begins with timestamp.`];
    return { certainty: 'sure', reasons, layout, symbol: symbolOfName(head.name, NAME) };
  },
};
