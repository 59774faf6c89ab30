import type { Log } from '@streakline/observability';
import type { ConnectionSettings } from '../connection/connection-settings';
import type { ConsumerOptions, EventLog, EventLogAdmin, EventLogConsumer, EventLogProducer } from '../event-log';
import { openAdmin } from './admin';
import { makeClient } from './client';
import { consume } from './consumer';
import { openProducer } from './producer';

/**
 * The log on Kafka, by kafkajs. Nothing is connected before it is asked for something.
 *
 * @example
 * const eventLog = connectEventLog(readConnectionSettings('relay'), log);
 * const producer = await eventLog.producer();
 */
export function connectEventLog(settings: ConnectionSettings, log: Log): EventLog {
  const client = makeClient(settings, log);
  return {
    producer: (): Promise<EventLogProducer> => openProducer(client),
    consume: (options: ConsumerOptions): Promise<EventLogConsumer> => consume(client, options, log),
    admin: (): Promise<EventLogAdmin> => openAdmin(client),
  };
}
