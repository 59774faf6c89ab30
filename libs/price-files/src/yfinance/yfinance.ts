import type { PriceDialect } from '../dialect';
import { flatTable } from './flat-table';
import { tickerTable } from './ticker-table';

/** What people save of the Python package yfinance: `download(...).to_csv()` and `Ticker.history().to_csv()`. */
export const yfinance: PriceDialect = {
  name: 'yfinance',
  title: 'yfinance (Python)',
  basis:
    'With an Adj Close (auto_adjust=False) Close is adjusted for splits only; without, since 2025 the default, fully (its documentation).',
  recognise(head, options) {
    return tickerTable(head, options) ?? flatTable(head, options);
  },
};
