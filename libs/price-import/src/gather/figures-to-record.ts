import type { FigureColumns, PriceBatch } from '@streakline/price-files';
import type { ToldBasis } from '../import-options';

/** The columns of a batch that can be recorded, and what they are adjusted for. */
export interface FiguresToRecord {
  readonly basis: ToldBasis;
  readonly columns: FigureColumns;
}

/** Why none of a file's columns can be. */
export interface NoFigures {
  readonly code: 'fullyAdjusted' | 'basisNotTold' | 'noCloses';
  readonly detail: string;
}

/**
 * Prices as traded where the file has them, since nothing was taken from those; else split-adjusted ones. What was told
 * comes first, where the file has it.
 */
export function figuresToRecord({ figures }: PriceBatch, told: ToldBasis | undefined): FiguresToRecord | NoFigures {
  const order: readonly ToldBasis[] = told === 'splitAdjusted' ? ['splitAdjusted', 'raw'] : ['raw', 'splitAdjusted'];
  for (const basis of order) {
    const columns = figures[basis];
    if (columns?.close !== undefined) return { basis, columns };
  }
  if (figures.unstated?.close !== undefined)
    return told === undefined ? notTold : { basis: told, columns: figures.unstated };
  return figures.fullyAdjusted?.close === undefined ? noCloses : fullyAdjusted;
}

const notTold: NoFigures = {
  code: 'basisNotTold',
  detail:
    'nothing says whether its prices are as traded or adjusted for splits. Tell by --basis raw or --basis splitAdjusted',
};

const fullyAdjusted: NoFigures = {
  code: 'fullyAdjusted',
  detail:
    'its prices are adjusted for dividends, too, which cannot be taken out again. Get prices as traded or adjusted for splits only (yfinance: auto_adjust=False); if these are, say so by --basis raw or --basis splitAdjusted',
};

const noCloses: NoFigures = {
  code: 'noCloses',
  detail: 'no column of it holds closing prices. Name the columns by --columns',
};
