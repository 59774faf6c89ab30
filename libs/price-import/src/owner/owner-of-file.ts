import { basename } from 'node:path';
import type { Detection } from '@streakline/price-files';
import type { PriceImportOptions } from '../import-options';

/** Whose the rows of a file are. */
export type FileOwner =
  | { readonly by: 'ref'; readonly ref: string }
  | { readonly by: 'file'; readonly symbol: string }
  | { readonly by: 'column' };

/** The owner of a file's rows; a sentence where neither the options nor the file tell one. */
export function ownerOfFile(
  detection: Detection,
  { instrument, by }: Pick<PriceImportOptions, 'instrument' | 'by'>,
): FileOwner | string {
  if (instrument !== undefined) return { by: 'ref', ref: instrument };
  if (by !== 'file' && detection.namesSymbols) return { by: 'column' };
  if (by === 'column')
    return 'no column of it names symbols. Name the column by --columns, or leave --by out to go by the name of the file';
  const symbol = detection.symbol ?? symbolIn(detection.file);
  if (symbol !== undefined) return { by: 'file', symbol };
  return `neither its columns nor its name tell whose prices it holds. Say so by --instrument, or name it after the symbol, such as AMZN.csv`;
}

/** AMZN of prices/AMZN.csv, and of amzn.csv.gz. */
function symbolIn(file: string): string | undefined {
  const name = basename(file).replace(/\.(gz|zip)$/i, '');
  const stem = name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : name;
  return /^[A-Za-z0-9][A-Za-z0-9.\-^=]{0,11}$/.test(stem) ? stem.toUpperCase() : undefined;
}
