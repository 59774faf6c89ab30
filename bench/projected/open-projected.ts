import { type Database, openDatabase } from '@streakline/database';
import { eventStoreMigrations, PostgresEventStore } from '@streakline/event-store';
import { readModelsMigrations } from '@streakline/read-models';

export interface OpenProjected {
  readonly store: PostgresEventStore;
  readonly database: Database;
  close(): Promise<void>;
}

/** An event store and the tables of projections, in an empty database. */
export async function openProjected(url: string): Promise<OpenProjected> {
  const database = await openDatabase({ url, migrations: [...eventStoreMigrations, ...readModelsMigrations] });
  await database.migrate();
  const store = new PostgresEventStore(database.pool);
  const close = async () => {
    await store.close();
    await database.close();
  };
  return { store, database, close };
}

/** A size from the environment, so that a quick run is possible. */
export function sizeFrom(variable: string, otherwise: number): number {
  const given = Number(process.env[variable] ?? otherwise);
  if (!Number.isSafeInteger(given) || given <= 0) throw new Error(`${variable} must be a whole number above zero.`);
  return given;
}
