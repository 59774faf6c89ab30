/** The event store: append-only, gapless, on PostgreSQL; and the running of deciders on it. */
export * from './event-store';
export { EVENT_STORE } from './event-store-token';
export { PostgresEventStore, type PostgresEventStoreOptions } from './postgres-event-store';
export { eventStoreMigrations } from './migrations/event-store-migrations';
export type { KnownPlace, RawEvent, RawReadOptions } from './reading/raw-event';
export { readDigests } from './reading/digests';
export { type RecordedTimes, readRecordedTimes } from './reading/recorded-times';
export { type UpcastableType, upcasting } from './reading/upcasting';
export { InvalidAppend } from './appending/invalid-append';
export { AppendOutcomeUnknown } from './appending/outcome-unknown';
export * from './deciding/decider';
export * from './deciding/refusal';
export * from './deciding/faults';
export type { Fold, LoadState } from './deciding/fold';
export { decideAndAppend, type Decide, type Decided } from './deciding/decide-and-append';
export { ContendedError } from './deciding/contended-error';
export { storedLines } from './archiving/stored-lines';
export { storeAtPositions, type StoredRow } from './archiving/store-at-positions';
