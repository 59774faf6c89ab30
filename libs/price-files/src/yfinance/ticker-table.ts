import { establishedLayout } from '../detect/column-layout';
import type { FileHead } from '../detect/file-head';
import type { ReadingOptions, Recognition } from '../dialect';
import { PriceFileError } from '../price-file-error';
import type { FigureBasis } from '../price-item';
import { type FigureField, PRICE_ROLES, type PriceRole, type RowGroup } from '../reading/row-layout';
import { basisOf } from '../told-basis';

const PRICE_NAMES = new Set([
  'adj close',
  'close',
  'high',
  'low',
  'open',
  'volume',
  'dividends',
  'stock splits',
  'capital gains',
  'repaired?',
]);

/**
 * A table with two levels of header, as `yf.download` of one or more tickers gives: the prices' names in one line, the
 * tickers in another (either may come first), and a third line that says Date and nothing else.
 */
export function tickerTable(head: FileHead, options: ReadingOptions): Recognition | null {
  const [first, second, third] = head.rows.slice(0, 3).map(({ fields }) => fields.map((field) => field.trim()));
  if (first === undefined || second === undefined || third === undefined) return null;
  if (!/^date(?:time)?$/i.test(third[0] ?? '') || third.slice(1).some((field) => field !== '')) return null;
  const names = [first, second].find(isPriceNames);
  if (names === undefined) return null;
  const tickers = names === first ? second : first;
  if (/^datetime$/i.test(third[0] ?? '')) {
    throw new PriceFileError(
      'wrongFormat',
      head.file,
      'It holds bars within the day. Download them with interval="1d".',
    );
  }
  const groups = groupsOf(head, { names, tickers }, options);
  const figures = groups.flatMap((group) => group.figures);
  if (!figures.some(({ role }) => role === 'close')) return null;
  const layout = { ...establishedLayout(head, { date: 0, figures, headerRows: 3 }, options), groups };
  const reasons = [`Two levels of header, as yfinance writes: prices and ${groups.length} ticker(s).`];
  return { certainty: 'sure', reasons, layout, symbol: null };
}

function isPriceNames(fields: readonly string[]): boolean {
  return fields.length > 1 && fields.slice(1).every((field) => PRICE_NAMES.has(field.toLowerCase()));
}

function groupsOf(
  head: FileHead,
  lines: { names: readonly string[]; tickers: readonly string[] },
  options: ReadingOptions,
): RowGroup[] {
  const fieldsByTicker = new Map<string, Map<string, number>>();
  lines.names.forEach((written, field) => {
    const ticker = lines.tickers[field] ?? '';
    if (field === 0 || ticker === '') return;
    const fields = fieldsByTicker.get(ticker) ?? new Map<string, number>();
    const name = written.toLowerCase();
    if (fields.has(name))
      throw new PriceFileError('wrongFormat', head.file, `Its header has ${written} of ${ticker} twice.`);
    fieldsByTicker.set(ticker, fields.set(name, field));
  });
  return [...fieldsByTicker].map(([symbol, fields]) => groupOf(symbol, fields, options));
}

function groupOf(symbol: string, fields: ReadonlyMap<string, number>, options: ReadingOptions): RowGroup {
  const adjusted = fields.get('adj close');
  const basis: FigureBasis = adjusted === undefined ? basisOf('fullyAdjusted', options) : 'splitAdjusted';
  const figures = PRICE_ROLES.flatMap((role: PriceRole): FigureField[] => {
    const field = fields.get(role);
    return field === undefined ? [] : [{ field, role, basis }];
  });
  const dividend = fields.get('dividends');
  const split = fields.get('stock splits');
  return {
    symbol,
    figures:
      adjusted === undefined ? figures : [...figures, { field: adjusted, role: 'close', basis: 'fullyAdjusted' }],
    ...(dividend === undefined ? {} : { dividend: { field: dividend, basis: 'splitAdjusted' as const } }),
    ...(split === undefined ? {} : { split }),
  };
}
