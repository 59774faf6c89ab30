import type { Pool } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { LossTolerantClient } from './loss-tolerant-client';
import { underMigrationLock } from './migration-lock';
import { poolOf } from './pool-of';

/** Nest's injection token of the {@link Database}. */
export const DATABASE = Symbol('DATABASE');

/** A migration class; its name ends in the timestamp that orders it (TypeORM's rule). */
export type Migration = new () => MigrationInterface;

export interface DatabaseOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string;
  /** Of every lib that owns tables here. */
  readonly migrations: readonly Migration[];
  /** Connections at most; default 20. An event store holds one for appends and one for a running subscription's wake-ups. */
  readonly poolSize?: number;
}

export interface Database {
  readonly dataSource: DataSource;
  /** The DataSource's own pool: hot paths speak plain SQL over it. */
  readonly pool: Pool;
  /** Brings the schema up to date; safe to call from several processes at once. */
  migrate(): Promise<void>;
  /** Waits for the connections in use, then ends all. */
  close(): Promise<void>;
}

/**
 * Connects; throws where the server cannot be reached.
 *
 * @example
 * const database = await openDatabase({ url: postgres.url, migrations: [...eventStoreMigrations] });
 * await database.migrate();
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: options.url,
    migrations: [...options.migrations],
    migrationsTableName: 'streakline_migrations',
    migrationsTransactionMode: 'each',
    poolSize: options.poolSize ?? 20,
    applicationName: 'streakline',
    installExtensions: false,
    extra: { Client: LossTolerantClient, keepAlive: true, connectionTimeoutMillis: 15_000 },
  });
  await dataSource.initialize();
  const pool = poolOf(dataSource);
  return {
    dataSource,
    pool,
    migrate: () =>
      underMigrationLock(pool, async () => {
        await dataSource.runMigrations();
      }),
    close: () => dataSource.destroy(),
  };
}
