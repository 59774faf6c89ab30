/** Events in files: export, check and import, positions kept. The format is described in docs/guides/backups.md. */
export { ArchiveError, type ArchiveErrorCode } from './archive-error';
export { exportEvents, type Exported, type ExportOptions } from './exporting/export-events';
export {
  type ArchiveSummary,
  checkArchive,
  type CheckedArchive,
  type ImportProgress,
  type ReadingOptions,
} from './importing/check-archive';
export { importEvents, type Imported } from './importing/import-events';
