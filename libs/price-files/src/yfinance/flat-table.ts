import { columnLayout } from '../detect/column-layout';
import type { FileHead } from '../detect/file-head';
import type { ReadingOptions, Recognition } from '../dialect';
import { symbolOfName } from '../symbol-of-name';
import { basisOf } from '../told-basis';

const COLUMNS = ['open', 'high', 'low', 'close', 'volume'] as const;
const YAHOO = 'date,open,high,low,close,adj close,volume';
const BARE = 'date,open,high,low,close,volume';
/** pandas writes all the digits of a float: 178.81567382812. No vendor's own file has so many. */
const FLOAT_NOISE = /\.\d{9,}$/;

/** A table with one header line: one ticker, or with the tickers stacked into a column. */
export function flatTable(head: FileHead, options: ReadingOptions): Recognition | null {
  const { header } = head;
  // The old download's own order: read as that, which says the same.
  if (header.join(',') === YAHOO) return null;
  if (header[0] !== 'date' || !COLUMNS.every((name) => header.includes(name))) return null;
  const adjusted = header.includes('adj close');
  const basis = adjusted ? 'splitAdjusted' : basisOf('fullyAdjusted', options);
  const layout = columnLayout(
    head,
    {
      date: 'date',
      symbol: { column: 'ticker' },
      figures: {
        [basis]: Object.fromEntries(COLUMNS.map((name) => [name, name])),
        ...(adjusted ? { fullyAdjusted: { close: 'adj close' } } : {}),
      },
      // Yahoo's dividends are adjusted for later splits, as its prices are.
      dividend: { column: 'dividends', basis: 'splitAdjusted' },
      split: 'stock splits',
    },
    options,
  );
  if (layout === null) return null;
  const symbol = symbolOfName(head.name);
  const marks = marksOf(head);
  if (adjusted)
    return { certainty: 'sure', reasons: ['The header has Adj Close beside Close.', ...marks], layout, symbol };
  if (marks.length > 0) return { certainty: 'sure', reasons: marks, layout, symbol };
  const reasons = ['The header is Date,Open,High,Low,Close,Volume.'];
  return header.join(',') === BARE ? { certainty: 'possible', reasons, layout, symbol } : null;
}

/** What only yfinance and pandas write. */
function marksOf(head: FileHead): string[] {
  const closes = head.rows.slice(1, 50).map(({ fields }) => fields[head.header.indexOf('close')] ?? '');
  const dates = head.rows.slice(1, 50).map(({ fields }) => fields[0] ?? '');
  return [
    ...(head.header.includes('stock splits') ? ["The header has yfinance's Dividends and Stock Splits."] : []),
    ...(dates.some((date) => /^\d{4}-\d\d-\d\d 00:00:00/.test(date))
      ? ['Dates carry the midnight that pandas writes.']
      : []),
    ...(closes.some((close) => FLOAT_NOISE.test(close.trim())) ? ['Prices have all the digits of a float.'] : []),
  ];
}
