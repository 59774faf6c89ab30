import { apiKeysMigrations } from '@streakline/api-keys';
import { backtestsMigrations } from '@streakline/backtests';
import { openDatabase, type Database } from '@streakline/database';
import { deadLettersMigrations } from '@streakline/dead-letters';
import { startEmbeddedPostgres } from '@streakline/embedded-postgres';
import { eventStoreMigrations } from '@streakline/event-store';
import type { Log } from '@streakline/observability';
import { readModelsMigrations } from '@streakline/read-models';
import { ServiceError, type Teardown } from '@streakline/service';
import { studiesMigrations } from '@streakline/studies';

/** Where everything is kept: a folder for a PostgreSQL of our own, or a PostgreSQL that runs elsewhere. */
export type StorageOptions = ({ readonly dataDir: string } | { readonly databaseUrl: string }) & {
  /** Connections to it, at most; default 20. */
  readonly databaseConnections?: number;
};

/** Opens the database and brings its schema up to date. PostgreSQL, where it is ours, stops last. */
export async function openStorage(options: StorageOptions, log: Log, teardown: Teardown): Promise<Database> {
  const url = 'dataDir' in options ? await startPostgres(options.dataDir, log, teardown) : options.databaseUrl;
  const database = await open(url, options.databaseConnections);
  teardown.add('database', () => database.close());
  await database.migrate();
  return database;
}

async function startPostgres(dataDir: string, log: Log, teardown: Teardown): Promise<string> {
  const postgres = await startEmbeddedPostgres({ dataDir, log: (line) => log.info({ context: 'PostgreSQL' }, line) });
  teardown.add('PostgreSQL', () => postgres.stop());
  return postgres.url;
}

async function open(url: string, poolSize?: number): Promise<Database> {
  try {
    const migrations = [
      ...eventStoreMigrations,
      ...readModelsMigrations,
      ...studiesMigrations,
      ...backtestsMigrations,
      ...deadLettersMigrations,
      ...apiKeysMigrations,
    ];
    return await openDatabase({ url, migrations, ...(poolSize !== undefined && { poolSize }) });
  } catch (error) {
    // Not the URL itself: it has the password in it.
    const reason = error instanceof Error ? error.message : String(error);
    throw new ServiceError(
      'databaseUnreachable',
      `The database cannot be opened: ${reason}. Check the database URL, and that it is up.`,
    );
  }
}
