/** Filings into the store: EDGAR's files, in folders and zips, become announcements, amendments and share counts. */
export { EdgarImportError, type EdgarImportErrorCode } from './edgar-import-error';
export {
  type EdgarImportOptions,
  type EdgarProgress,
  importEdgar,
  type ImportedEdgar,
  type ImportedIssuer,
} from './import-edgar';
export type { Tally } from './record/outcome';
export type { WriteSide } from './record/recorder';
