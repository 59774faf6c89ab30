/** The one door to PostgreSQL: TypeORM's DataSource for migrations and rows, and its pool for plain SQL. */
export { DATABASE, openDatabase, type Database, type DatabaseOptions, type Migration } from './database';
export { isConnectionLoss } from './connection-loss';
export { type SessionLock, trySessionLock } from './session-lock';
export { inTransaction } from './in-transaction';
