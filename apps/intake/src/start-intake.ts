import { CommandBus } from '@nestjs/cqrs';
import { DATABASE } from '@streakline/database';
import { connectEventLog, topicsOf } from '@streakline/event-log';
import { EVENT_STORE, eventStoreMigrations, PostgresEventStore } from '@streakline/event-store';
import { startInbound } from '@streakline/inbound';
import {
  type KafkaServiceSettings,
  partsModule,
  type Service,
  type ServiceKind,
  type ServiceOptions,
  startService,
} from '@streakline/service';
import { inboundCheck, inboundCounters, measureInbound } from './inbound-health';
import { IntakeModule } from './intake.module';

export type IntakeProcessOptions = ServiceOptions &
  Pick<KafkaServiceSettings, 'kafka'> &
  Partial<Pick<KafkaServiceSettings, 'topicPrefix'>>;

/** The store appends over one; decisions read their streams over the others. */
const CONNECTIONS = 20;

/** Takes commands over HTTP and from the inbound topics. While Kafka is away, HTTP is answered as ever. */
export function startIntake(options: IntakeProcessOptions): Promise<Service> {
  const { topicPrefix = '', kafka } = options;
  const kind: ServiceKind = { answers: 'api', migrations: [...eventStoreMigrations], connections: CONNECTIONS };
  return startService(options, kind, async ({ log, database, teardown, metrics, addCheck, answerWith }) => {
    const store = new PostgresEventStore(database.pool);
    teardown.add('event store', () => store.close());
    const core = partsModule([
      { provide: DATABASE, useValue: database },
      { provide: EVENT_STORE, useValue: store },
    ]);
    const app = await answerWith([core, IntakeModule]);
    const commands = app.get(CommandBus, { strict: false });
    const inbound = startInbound({
      ...{ eventLog: connectEventLog(kafka, log), topics: topicsOf(topicPrefix), log },
      group: `${topicPrefix}streakline-intake`,
      execute: (command) => commands.execute(command),
      metrics: inboundCounters(metrics),
    });
    teardown.add('inbound', () => inbound.stop());
    addCheck(inboundCheck(inbound));
    measureInbound(metrics, inbound);
  });
}
