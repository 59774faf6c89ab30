import { ApiKeyStore, apiKeysMigrations } from '@streakline/api-keys';
import { openDatabase } from '@streakline/database';
import { startEmbeddedPostgres } from '@streakline/embedded-postgres';
import { existsSync } from 'node:fs';
import { postgresOf, type StorageOptions } from '../projections/open-projections';

/** Opens the keys, beside a running server or alone, works, and closes them, whatever comes. */
export async function withKeys<T>(options: StorageOptions, work: (keys: ApiKeyStore) => Promise<T>): Promise<T> {
  const postgres = await postgresOf(options);
  try {
    const database = await openDatabase({ url: postgres.url, migrations: apiKeysMigrations, poolSize: 3 });
    try {
      await database.migrate();
      return await work(new ApiKeyStore(database.pool));
    } finally {
      await database.close();
    }
  } finally {
    await postgres.stop();
  }
}

/** Makes the data folder where there is none: a server that others can reach needs its first key before it starts. */
export async function makeFolder({ dataDir, databaseUrl }: StorageOptions): Promise<void> {
  if (databaseUrl !== undefined || existsSync(dataDir)) return;
  const postgres = await startEmbeddedPostgres({ dataDir });
  await postgres.stop();
  process.stderr.write(`streakline: made the data folder ${dataDir}\n`);
}
