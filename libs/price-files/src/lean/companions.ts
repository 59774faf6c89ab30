import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Companions } from '../dialect';
import { errorCode } from '../error-code';
import { PriceFileError } from '../price-file-error';
import type { FileNote } from '../price-item';
import { factsOfFactors } from './factor-file';
import { tickerSpan } from './map-file';

/** A century of quarterly dividends is 20 KiB. */
const LARGEST = 2 ** 20;

/** The factor and map files of a zip in LEAN's tree: `../factor_files/aapl.csv` and `../map_files/aapl.csv` from `daily`. */
export async function leanCompanions(path: string, file: string, symbol: string): Promise<Companions> {
  const market = dirname(dirname(path));
  const name = `${symbol.toLowerCase()}.csv`;
  const factorFile = join(market, 'factor_files', name);
  const mapFile = join(market, 'map_files', name);
  const [factors, map] = await Promise.all([textOf(factorFile), textOf(mapFile)]);
  const span = map === null ? { notes: [] } : tickerSpan(mapFile, map, symbol);
  const lacking: FileNote = {
    kind: 'note',
    file,
    code: 'noFactors',
    detail: `There is no factor file at ${factorFile}, so that splits and dividends of these raw prices must come from elsewhere.`,
    damaged: false,
  };
  return {
    ...('within' in span ? { within: span.within } : {}),
    items: (days, closes) => [
      ...span.notes,
      ...(factors === null ? [lacking] : factsOfFactors(factorFile, symbol, factors, days, closes)),
    ],
  };
}

async function textOf(path: string): Promise<string | null> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST)
      throw new PriceFileError('wrongFormat', path, 'It is too long for a factor or map file of LEAN.');
    return await readFile(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return null;
    throw error;
  }
}
