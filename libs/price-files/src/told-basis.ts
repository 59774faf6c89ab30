import type { ReadingOptions } from './dialect';
import type { FigureBasis } from './price-item';

/** The basis of columns that say nothing of it: what the caller tells, else what the vendor does by default. */
export function basisOf(implied: FigureBasis, { basis }: ReadingOptions): FigureBasis {
  return basis ?? implied;
}
