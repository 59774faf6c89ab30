/** The event store: append-only, gapless, on PostgreSQL; and the running of deciders on it. */
export * from './event-store';
export { EVENT_STORE } from './event-store-token';
export { PostgresEventStore, type PostgresEventStoreOptions } from './postgres-event-store';
export { eventStoreMigrations } from './migrations/event-store-migrations';
export { type UpcastableType, upcasting } from './reading/upcasting';
export { InvalidAppend } from './appending/invalid-append';
export { AppendOutcomeUnknown } from './appending/outcome-unknown';
export * from './deciding/decider';
export * from './deciding/refusal';
export * from './deciding/faults';
export type { Fold, LoadState } from './deciding/fold';
export { decideAndAppend, type Decide, type Decided } from './deciding/decide-and-append';
export { ContendedError } from './deciding/contended-error';
