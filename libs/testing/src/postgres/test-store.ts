import { openDatabase, type Database } from '@streakline/database';
import { eventStoreMigrations, PostgresEventStore, type PostgresEventStoreOptions } from '@streakline/event-store';
import { createTestDatabase } from './test-database';

/** An empty event store on a database of its own. */
export interface TestStore {
  readonly store: PostgresEventStore;
  readonly database: Database;
  readonly url: string;
  /** Closes the store and the database, and drops it. */
  dispose(): Promise<void>;
}

/**
 * Makes a store for a suite, with whatever other migrations it needs.
 *
 * @example
 * let made: TestStore;
 * beforeAll(async () => { made = await createTestStore(); });
 * afterAll(() => made.dispose());
 */
export async function createTestStore(
  options: PostgresEventStoreOptions & {
    readonly migrations?: Parameters<typeof openDatabase>[0]['migrations'];
    /** Url of a server of the test's own; default: the test run's. */
    readonly server?: string;
  } = {},
): Promise<TestStore> {
  const { url, drop } = await createTestDatabase(options.server);
  const database = await openDatabase({ url, migrations: [...eventStoreMigrations, ...(options.migrations ?? [])] });
  await database.migrate();
  const store = new PostgresEventStore(database.pool, options);
  return {
    store,
    database,
    url,
    dispose: async () => {
      await store.close();
      await database.close();
      await drop();
    },
  };
}
