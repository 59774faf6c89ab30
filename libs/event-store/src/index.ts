/** The event store: append-only, gapless, on PostgreSQL; and the running of deciders on it. */
export * from './event-store';
export * from './deciding/decider';
export * from './deciding/refusal';
