import { existsSync } from 'node:fs';
import { type Database, openDatabase } from '@streakline/database';
import { EmbeddedPostgresError, findEmbeddedPostgres, startEmbeddedPostgres } from '@streakline/embedded-postgres';
import { type EventStore, eventStoreMigrations, PostgresEventStore } from '@streakline/event-store';
import type { Projection } from '@streakline/projections';
import { dossiersProjection, readModelsMigrations } from '@streakline/read-models';
import type { Pool } from 'pg';
import { UsageError } from '../failures';

export interface StorageOptions {
  readonly dataDir: string;
  readonly databaseUrl?: string;
}

export interface OpenProjections {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly projections: readonly Projection[];
  close(): Promise<void>;
  /** Instead of close(): waits for nothing that is still at work. The process must end right after. */
  abandon(): Promise<void>;
}

/** Opens the events and the projections on them, beside a running server or alone. */
export async function openProjections(options: StorageOptions): Promise<OpenProjections> {
  const postgres = await postgresOf(options);
  try {
    const database = await openDatabase({
      url: postgres.url,
      migrations: [...eventStoreMigrations, ...readModelsMigrations],
    });
    return await opened(database, postgres.stop);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function opened(database: Database, stopPostgres: () => Promise<void>): Promise<OpenProjections> {
  await database.migrate();
  const store = new PostgresEventStore(database.pool);
  const close = async () => {
    await store.close();
    await database.close();
    await stopPostgres();
  };
  return { pool: database.pool, store, projections: [dossiersProjection], close, abandon: stopPostgres };
}

/** The PostgreSQL to work on: the one that is named, that of a running server on the folder, or one started here. */
export async function postgresOf({
  dataDir,
  databaseUrl,
}: StorageOptions): Promise<{ url: string; stop: () => Promise<void> }> {
  if (databaseUrl !== undefined) return { url: databaseUrl, stop: notOurs };
  if (!existsSync(dataDir))
    throw new UsageError(`there is no data folder ${dataDir}: name the one of \`serve\` with --data-dir`);
  try {
    return await startEmbeddedPostgres({ dataDir });
  } catch (error) {
    const running =
      error instanceof EmbeddedPostgresError && error.code === 'folderInUse' ? findEmbeddedPostgres(dataDir) : null;
    if (running === null) throw error;
    return { url: running.url, stop: notOurs };
  }
}

/** A server that someone else started is left to them. */
const notOurs = () => Promise.resolve();
