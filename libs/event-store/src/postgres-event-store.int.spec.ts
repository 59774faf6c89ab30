import { openDatabase } from '@streakline/database';
import { createTestStore, describeEventStore } from '@streakline/testing';
import { PostgresEventStore } from './postgres-event-store';

// The poll is put off, so that whatever is seen in time is seen by a wake-up.
const pollMs = 30_000;

describeEventStore('PostgreSQL', async () => {
  const made = await createTestStore({ pollMs });
  const database = await openDatabase({ url: made.url, migrations: [] });
  const another = new PostgresEventStore(database.pool, { pollMs });
  return {
    store: made.store,
    another,
    dispose: async () => {
      await another.close();
      await database.close();
      await made.dispose();
    },
  };
});
