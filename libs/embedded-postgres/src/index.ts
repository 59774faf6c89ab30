/** A real PostgreSQL from npm packages, started by us on the loopback interface: the embedded default. */
export { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded-postgres';
export { findEmbeddedPostgres } from './find-embedded-postgres';
export { EmbeddedPostgresError } from './embedded-postgres-error';
// What tells one process from another serves whoever starts servers; libs/local-kafka does too.
export { commandLineOf, identityOf, isRunning } from './process-identity';
