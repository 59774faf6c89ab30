import type { Database } from '@streakline/database';
import { PostgresEventStore, type EventStore } from '@streakline/event-store';
import type { HealthCheck, Log } from '@streakline/observability';
import { Projector, ReadSide } from '@streakline/projections';
import { dossiersProjection } from '@streakline/read-models';
import { projectorCheck } from './projector-check';
import { ProjectorKeeper } from './projector-keeper';
import { openStorage, type StorageOptions } from './storage';
import type { Teardown } from './teardown';

/** What the API rests on, opened in order. */
export interface Core {
  readonly database: Database;
  readonly store: EventStore;
  readonly readSide: ReadSide;
  readonly projector: Projector;
  readonly projectorCheck: HealthCheck;
}

/** Milliseconds. On most folders the projector follows long before; a rebuild goes on behind the open door. */
const WAIT_FOR_PROJECTOR = 2000;

/** Opens the storage and the store, and sets the projector going. */
export async function openCore(options: StorageOptions, log: Log, teardown: Teardown): Promise<Core> {
  const database = await openStorage(options, log, teardown);
  const { pool } = database;
  const store = new PostgresEventStore(pool);
  teardown.add('event store', () => store.close());
  const projection = dossiersProjection;
  const projector = new Projector({
    pool,
    store,
    projection,
    log: ({ level, message, ...fields }) => log[level](fields, message),
  });
  const keeper = new ProjectorKeeper(projector, log);
  teardown.add('projector', () => keeper.stop());
  keeper.start();
  await keeper.followingWithin(WAIT_FOR_PROJECTOR);
  const readSide = new ReadSide({ pool, store, projection: projection.name });
  return {
    database,
    store,
    readSide,
    projector,
    projectorCheck: projectorCheck({ pool, store, projection }, projector),
  };
}
