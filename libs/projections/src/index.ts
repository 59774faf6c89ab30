/**
 * The engine of projections: folds the store's events, key by key, into tables of one version; keeps them up, rebuilds
 * them side by side, swaps, compares, and lets readers see one consistent position.
 */
export type { ColumnType, Row, RowsByTable, Table, TableIndex } from './contract/table';
export {
  type AnyFold,
  type ChangedKey,
  type KeyedFold,
  keyedFold,
  type Projection,
  schemaOf,
} from './contract/projection';
export { projectionsMigrations } from './schema/projections-tables';
export { murmur2 } from './partitions/murmur2';
export { PARTITION_COUNT, partitionOf } from './partitions/partition-of';
export { type Checkpoint, FencedError, type Positions, readCheckpoints } from './checkpoints/checkpoints';
export type { Batch } from './projecting/batch';
export {
  type LogLine,
  Projector,
  type ProjectorOptions,
  type ProjectorState,
  type ProjectorStatus,
} from './projecting/projector';
export { type FeedOptions, openVersion, type StartFeed, type VersionFeed } from './projecting/version-feed';
export type { VersionMemory } from './projecting/version-memory';
export type { VersionWriter, Written } from './projecting/version-writer';
export { listParked, type ParkedKey } from './parked/list-parked';
export { retryParked, type RetriedKey } from './parked/retry-parked';
export { rebuild, type RebuildOptions, type Rebuilt } from './rebuild/rebuild';
export { RebuildRunningError } from './rebuild/rebuild-lock';
export type { RebuildParts } from './rebuild/rebuild-parts';
export type { RebuildProgress } from './rebuild/progress';
export { compareVersions, type Comparison, type RowDifference } from './compare/compare-versions';
export { ReadSide, type ReadOptions, type ReadView } from './reading/read-side';
export { LaggingError } from './reading/lagging-error';
export { projectionStatus, type ProjectionStatus } from './status/projection-statuses';
export { type Lag, partitionLags, type PartitionStatus } from './status/partition-lags';
export { ProgressWatch } from './status/progress-watch';
export { servingVersion, type VersionRecord, versionsOf } from './versions/version-registry';
