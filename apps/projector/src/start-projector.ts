import { connectEventLog, topicsOf } from '@streakline/event-log';
import { eventStoreMigrations, PostgresEventStore } from '@streakline/event-store';
import { logFeed } from '@streakline/log-feed';
import { measureProjection } from '@streakline/observability';
import {
  type Service,
  type KafkaServiceSettings,
  type ServiceKind,
  type ServiceOptions,
  startService,
} from '@streakline/service';
import { dossiersProjection, readModelsMigrations } from '@streakline/read-models';
import { buryUnreadable } from './bury-unreadable';
import { keepProjector } from './keep-projector';
import { projectionFigures } from './projection-figures';

export type ProjectorProcessOptions = ServiceOptions &
  Pick<KafkaServiceSettings, 'kafka'> &
  Partial<Pick<KafkaServiceSettings, 'topicPrefix'>>;

/** The writer takes one for its transactions; the feed reads gaps over another, health and figures over a third. */
const CONNECTIONS = 6;

/**
 * Keeps the read models up from Kafka, sharing the partitions with all other projectors that run. PostgreSQL and Kafka
 * may be away: it is tried again and again, and health says why.
 */
export function startProjector(options: ProjectorProcessOptions): Promise<Service> {
  const { topicPrefix = '', kafka } = options;
  const projection = dossiersProjection;
  const kind: ServiceKind = {
    answers: 'probes',
    migrations: [...eventStoreMigrations, ...readModelsMigrations],
    connections: CONNECTIONS,
  };
  return startService(options, kind, async ({ log, database: { pool }, teardown, metrics, addCheck }) => {
    const store = new PostgresEventStore(pool);
    teardown.add('event store', () => store.close());
    const eventLog = connectEventLog(kafka, log);
    const { events, deadEvents } = topicsOf(topicPrefix);
    const burial = { eventLog, topic: deadEvents, projection: projection.name, metrics, teardown };
    const startFeed = logFeed({
      ...{ eventLog, topic: events.name, groupPrefix: topicPrefix, log },
      onUnreadable: buryUnreadable(burial),
    });
    const parts = { pool, store, projection };
    addCheck(keepProjector({ ...parts, startFeed, log, metrics, teardown }).check);
    measureProjection(metrics, () => projectionFigures(parts));
  });
}
