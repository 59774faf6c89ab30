import { BacktestDesk, backtestsMigrations } from '@streakline/backtests';
import { DATABASE } from '@streakline/database';
import { DeadLetterDesk, deadLettersMigrations } from '@streakline/dead-letters';
import { EVENT_STORE, eventStoreMigrations, PostgresEventStore } from '@streakline/event-store';
import { type HealthCheck, measureProjection, measureStudies } from '@streakline/observability';
import { projectionStatus, ReadSide, type RebuildParts } from '@streakline/projections';
import { dossiersProjection, readModelsMigrations } from '@streakline/read-models';
import {
  dashboardIn,
  type MaybeKafkaServiceSettings,
  partsModule,
  type Service,
  type ServiceKind,
  type ServiceOptions,
  startService,
} from '@streakline/service';
import { StudyJobs, studiesMigrations } from '@streakline/studies';
import { projectionFigures } from '../../projector/src/projection-figures';
import { keepDeadLetters } from './keep-dead-letters';
import { keepStudies } from './keep-studies';
import { QueryModule } from './query.module';

const migrations = [
  ...eventStoreMigrations,
  ...readModelsMigrations,
  ...studiesMigrations,
  ...backtestsMigrations,
  ...deadLettersMigrations,
];

/** Each answer takes one for its snapshot and another for the head. */
const CONNECTIONS = 20;

export interface QueryOptions extends ServiceOptions, Pick<MaybeKafkaServiceSettings, 'kafka' | 'topicPrefix'> {
  /** Run this study alone, once its id is known, and leave the others to other processes. */
  readonly onlyStudy?: Promise<string>;
}

/** Answers from the read models, which other processes keep up; runs studies on them. Of Kafka, where it is told of one, it shows the dead letters. */
export async function startQuery(options: QueryOptions): Promise<Service> {
  const { runStudies = true, onlyStudy, strategiesFolder } = options;
  const kind: ServiceKind = {
    answers: 'api',
    migrations,
    connections: CONNECTIONS,
    pages: dashboardIn(options.dashboardFolder),
  };
  return startService(options, kind, async ({ database, log, teardown, metrics, addCheck, answerWith }) => {
    const { pool } = database;
    const store = new PostgresEventStore(pool);
    teardown.add('event store', () => store.close());
    const parts = { pool, store, projection: dossiersProjection };
    addCheck(readModelsCheck(parts));
    measureProjection(metrics, () => projectionFigures(parts));
    const readSide = new ReadSide({ pool, store, projection: dossiersProjection.name });
    const backtests = new BacktestDesk({ pool, strategiesFolder });
    const jobs = keepStudies({ pool, readSide, log, teardown, backtests, runStudies, onlyStudy });
    measureStudies(metrics, () => jobs.underWay());
    const core = partsModule([
      { provide: DATABASE, useValue: database },
      { provide: EVENT_STORE, useValue: store },
      { provide: ReadSide, useValue: readSide },
      { provide: StudyJobs, useValue: jobs },
      { provide: BacktestDesk, useValue: backtests },
      { provide: DeadLetterDesk, useValue: keepDeadLetters({ ...options, pool, store, log }) },
    ]);
    await answerWith([core, QueryModule]);
  });
}

/** Whether there is something to answer from. Lag is the projectors' affair: an old answer says how old it is. */
function readModelsCheck(parts: RebuildParts): HealthCheck {
  return {
    name: 'readModels',
    check: async () => {
      const { state, version, position, head, lag, parked } = await projectionStatus(parts);
      const figures = { state, version, position, head, lag: lag.events, lagSeconds: lag.seconds, parked };
      if (version !== null) return { ready: true, ...figures };
      return { ready: false, detail: 'No read models were built yet: start a projector.', ...figures };
    },
  };
}
