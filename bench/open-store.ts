import { openDatabase, type Database } from '@streakline/database';
import { eventStoreMigrations, PostgresEventStore } from '@streakline/event-store';

/** An event store in an empty database, as the processes open it. */
export async function openStore(
  url: string,
): Promise<{ store: PostgresEventStore; database: Database; close: () => Promise<void> }> {
  const database = await openDatabase({ url, migrations: eventStoreMigrations });
  await database.migrate();
  const store = new PostgresEventStore(database.pool);
  const close = async () => {
    await store.close();
    await database.close();
  };
  return { store, database, close };
}
