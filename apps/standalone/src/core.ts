import { BacktestDesk } from '@streakline/backtests';
import { DATABASE, type Database } from '@streakline/database';
import { DeadLetterDesk } from '@streakline/dead-letters';
import { EVENT_STORE, PostgresEventStore, type EventStore } from '@streakline/event-store';
import {
  databaseCheck,
  type HealthCheck,
  type Log,
  measureChecks,
  measurePool,
  measureProjection,
  measureStudies,
  Metrics,
} from '@streakline/observability';
import { Projector, ReadSide } from '@streakline/projections';
import { dossiersProjection } from '@streakline/read-models';
import { partsModule, type Teardown } from '@streakline/service';
import { StudyJobs } from '@streakline/studies';
import { keepDeadLetters } from '../../query/src/keep-dead-letters';
import { keepStudies } from '../../query/src/keep-studies';
import { keepProjector } from '../../projector/src/keep-projector';
import { projectionFigures } from '../../projector/src/projection-figures';
import { openStorage, type StorageOptions } from './storage';

/** What the API rests on, opened in order. */
export interface Core {
  readonly database: Database;
  readonly store: EventStore;
  /** The parts that every module finds. */
  readonly parts: ReturnType<typeof partsModule>;
  readonly checks: readonly HealthCheck[];
  readonly metrics: Metrics;
}

export type CoreOptions = StorageOptions & {
  /** Whether studies that are asked for are run here; default true. */
  readonly runStudies?: boolean;
  /** Folder of the strategies that may be asked for over HTTP; default none. */
  readonly strategiesFolder?: string;
};

/** Milliseconds. On most folders the projector follows long before; a rebuild goes on behind the open door. */
const WAIT_FOR_PROJECTOR = 2000;

/** Opens the storage and the store, and sets the projector going. */
export async function openCore(options: CoreOptions, log: Log, teardown: Teardown): Promise<Core> {
  const database = await openStorage(options, log, teardown);
  const { pool } = database;
  const store = new PostgresEventStore(pool);
  teardown.add('event store', () => store.close());
  const rebuildParts = { pool, store, projection: dossiersProjection };
  const metrics = new Metrics(log);
  const { projector, keeper, check } = keepProjector({ ...rebuildParts, log, metrics, teardown });
  await keeper.followingWithin(WAIT_FOR_PROJECTOR);
  const checks = [databaseCheck(pool), check];
  measureChecks(metrics, checks, log);
  measurePool(metrics, pool);
  measureProjection(metrics, () => projectionFigures(rebuildParts));
  const readSide = new ReadSide({ pool, store, projection: dossiersProjection.name });
  const { runStudies = true, strategiesFolder } = options;
  const backtests = new BacktestDesk({ pool, strategiesFolder });
  const jobs = keepStudies({ pool, readSide, log, teardown, backtests, runStudies });
  measureStudies(metrics, () => jobs.underWay());
  const parts = partsModule([
    { provide: DATABASE, useValue: database },
    { provide: EVENT_STORE, useValue: store },
    { provide: ReadSide, useValue: readSide },
    { provide: StudyJobs, useValue: jobs },
    { provide: BacktestDesk, useValue: backtests },
    { provide: DeadLetterDesk, useValue: keepDeadLetters({ pool, store, log }) },
    { provide: Projector, useValue: projector },
  ]);
  return { database, store, parts, checks, metrics };
}
