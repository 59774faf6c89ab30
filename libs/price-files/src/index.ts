/** Vendors' files of daily prices, recognised by their heads and read as batches of columns. */
export { detectPriceFile } from './detect/detect-price-file';
export { priceFormats } from './detect/dialects';
export { readPriceFile } from './reading/read-price-file';
export type { Companions, DateOrder, Detection, PriceDialect, ReadingOptions, Recognition } from './dialect';
export { PriceFileError } from './price-file-error';
export type { FigureBasis, FigureColumns, FileFact, FileNote, PriceBatch, PriceItem, RefusedRow } from './price-item';
export { readDelimited, type DelimitedOptions, type DelimitedRow } from './delimited/read-delimited';
