import { columnLayout, type ColumnNames } from '../detect/column-layout';
import type { PriceDialect } from '../dialect';
import { symbolOfName } from '../symbol-of-name';
import { basisOf } from '../told-basis';
import { toldColumns } from './told-columns';

/** Usual names of columns, in lower case. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  date: ['date', 'day', 'session', 'trade_date', 'tradedate', 'timestamp', 'time', 'datetime'],
  symbol: ['symbol', 'ticker', 'act_symbol', 'instrument'],
  open: ['open', 'o', 'px_open', 'first'],
  high: ['high', 'h', 'max', 'px_high'],
  low: ['low', 'l', 'min', 'px_low'],
  close: ['close', 'c', 'last', 'price', 'close/last', 'px_last'],
  volume: ['volume', 'vol', 'v', 'vol.', 'px_volume'],
  adjClose: ['adj close', 'adj_close', 'adjclose', 'adjusted_close', 'adjusted close', 'adj. close'],
  dividend: ['dividend', 'dividends', 'dividend_amount', 'div'],
  split: ['split', 'splits', 'split_ratio', 'stock splits', 'split_coefficient', 'splitfactor'],
};

/** Any other table of daily prices: its columns are told by --columns, or bear usual names. */
export const plain: PriceDialect = {
  name: 'plain',
  title: 'plain columns',
  basis: 'Not stated: say it by --basis.',
  recognise(head, options) {
    if (options.columns !== undefined) return toldColumns(head, options.columns, options);
    const nameOf = (what: string) => NAMES[what]?.find((name) => head.header.includes(name)) ?? '';
    const layout = columnLayout(head, namesBy(nameOf, basisOf('unstated', options)), options);
    if (layout === null) return null;
    const reasons = [`Its columns bear usual names: ${nameOf('date')} and ${nameOf('close')}.`];
    return { certainty: 'possible', reasons, layout, symbol: symbolOfName(head.name) };
  },
};

function namesBy(
  nameOf: (what: string) => string,
  basis: 'raw' | 'splitAdjusted' | 'fullyAdjusted' | 'unstated',
): ColumnNames {
  const prices = {
    open: nameOf('open'),
    high: nameOf('high'),
    low: nameOf('low'),
    close: nameOf('close'),
    volume: nameOf('volume'),
  };
  return {
    date: nameOf('date'),
    symbol: { column: nameOf('symbol') },
    figures: { [basis]: prices, fullyAdjusted: { close: nameOf('adjClose') } },
    dividend: { column: nameOf('dividend'), basis: basis === 'splitAdjusted' ? 'splitAdjusted' : 'raw' },
    split: nameOf('split'),
  };
}
