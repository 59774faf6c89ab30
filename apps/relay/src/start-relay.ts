import { connectEventLog, topicsOf } from '@streakline/event-log';
import { eventStoreMigrations, PostgresEventStore } from '@streakline/event-store';
import { InsightsPublisher, insightsMigrations } from '@streakline/insights';
import { Relay } from '@streakline/relay';
import {
  type KafkaServiceSettings,
  type Service,
  type ServiceKind,
  type ServiceOptions,
  startService,
} from '@streakline/service';
import { insightsCheck, measureInsights, measureRelay, relayCheck } from './relay-health';

export type RelayProcessOptions = ServiceOptions &
  Pick<KafkaServiceSettings, 'kafka'> &
  Partial<Pick<KafkaServiceSettings, 'topicPrefix'>>;

/** Relay and publisher of insights hold one each for their locks, the store one to listen; the others read. */
const CONNECTIONS = 8;

/** Carries events and insights to Kafka, or stands by; PostgreSQL and Kafka may be away, then they are tried again and again. */
export function startRelay(options: RelayProcessOptions): Promise<Service> {
  const { topicPrefix = '', kafka } = options;
  const kind: ServiceKind = {
    answers: 'probes',
    migrations: [...eventStoreMigrations, ...insightsMigrations],
    connections: CONNECTIONS,
  };
  return startService(options, kind, async ({ log, database: { pool }, teardown, metrics, addCheck }) => {
    const store = new PostgresEventStore(pool);
    teardown.add('event store', () => store.close());
    const eventLog = connectEventLog(kafka, log);
    const relay = new Relay({ pool, store, eventLog, topic: topicsOf(topicPrefix).events, log });
    teardown.add('relay', () => relay.stop());
    addCheck(relayCheck(relay));
    measureRelay(metrics, relay);
    relay.start();
    const publisher = new InsightsPublisher({ pool, eventLog, topic: topicsOf(topicPrefix).insights, log });
    teardown.add('insights', () => publisher.stop());
    addCheck(insightsCheck(publisher));
    measureInsights(metrics, publisher);
    publisher.start();
  });
}
