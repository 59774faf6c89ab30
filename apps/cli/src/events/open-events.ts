import { openDatabase } from '@streakline/database';
import { eventStoreMigrations } from '@streakline/event-store';
import type { Pool } from 'pg';
import { postgresOf, type StorageOptions } from '../projections/open-projections';

/** Opens the database of the events, beside a running server or alone, with the store's tables up to date. */
export async function openEvents(options: StorageOptions): Promise<{ pool: Pool; close: () => Promise<void> }> {
  const postgres = await postgresOf(options);
  try {
    const database = await openDatabase({ url: postgres.url, migrations: eventStoreMigrations });
    const close = async () => {
      await database.close();
      await postgres.stop();
    };
    await database.migrate().catch(async (error: unknown) => {
      await database.close();
      throw error;
    });
    return { pool: database.pool, close };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
