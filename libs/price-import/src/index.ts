/** Vendors' price files recorded as bars: whose they are, what they are adjusted for, what is new, and what is refused. */
export { importPrices } from './import-prices';
export type { PriceImportListeners, PriceImportOptions, PriceImportProgress, ToldBasis } from './import-options';
export type { BasisChecks, ImportedFile, ImportWarning, PriceImportSummary } from './summary';
export type { RefusedPriceRow } from './refused-row';
