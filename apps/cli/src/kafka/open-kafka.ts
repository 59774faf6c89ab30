import {
  checkTopicPrefix,
  connectEventLog,
  ConnectionSettingsError,
  type EventLog,
  type EventLogAdmin,
  EventLogError,
  readConnectionSettings,
  type Topics,
  topicsOf,
} from '@streakline/event-log';
import { findLocalKafka } from '@streakline/local-kafka';
import { createLog } from '@streakline/observability';
import { UsageError } from '../failures';
import type { KafkaOptions } from './kafka-options';

/** A Kafka that answered. */
export interface OpenKafka {
  readonly eventLog: EventLog;
  readonly admin: EventLogAdmin;
  readonly topics: Topics;
  /** Stands before the names of consumer groups as well. */
  readonly prefix: string;
  readonly brokers: readonly string[];
  close(): Promise<void>;
}

/**
 * Connects to the brokers that were named, else to a local Kafka of this checkout that runs. Throws an error that says
 * which did not answer, and how to mend it.
 */
export async function openKafka(options: KafkaOptions): Promise<OpenKafka> {
  const { prefix, connection } = readSettings(options, await brokersOf(options));
  // What kafkajs says of each attempt is in the error that it ends with.
  const eventLog = connectEventLog(connection, createLog(process.env['STREAKLINE_DEBUG'] ? 'debug' : 'fatal'));
  try {
    const admin = await eventLog.admin();
    const close = () => admin.close();
    return { eventLog, admin, topics: topicsOf(prefix), prefix, brokers: connection.brokers, close };
  } catch (error) {
    throw error instanceof EventLogError ? unreached(error, connection.brokers) : error;
  }
}

/** The brokers to use; undefined where none are named and none run here. */
export async function brokersOf({ brokers }: KafkaOptions): Promise<string | undefined> {
  return brokers ?? (await findLocalKafka()) ?? undefined;
}

/** The prefix as it was given; a UsageError where Kafka cannot take it. */
export function checkPrefixOption(prefix: string): string {
  return asUsage(() => checkTopicPrefix(prefix, '--topic-prefix'));
}

function readSettings({ topicPrefix }: KafkaOptions, brokers: string | undefined) {
  if (brokers === undefined) {
    throw new UsageError(
      'no Kafka is named and none runs here: give --brokers or KAFKA_BROKERS as host:port, or run npm run kafka:local',
    );
  }
  const environment = { ...process.env, KAFKA_BROKERS: brokers };
  return {
    prefix: checkPrefixOption(topicPrefix),
    connection: asUsage(() => readConnectionSettings(`streakline-cli-${process.pid}`, environment)),
  };
}

function asUsage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof ConnectionSettingsError ? new UsageError(error.message) : error;
  }
}

function unreached(error: EventLogError, brokers: readonly string[]): Error {
  const said = error.message.replace(/^Kafka, [^:]*: /, '').replace(/[.\s]+$/, '');
  const cure = error.canRetry
    ? 'Is it running, and are --brokers or KAFKA_BROKERS right? npm run kafka:local starts one here'
    : 'See KAFKA_TLS... and KAFKA_SASL... in docs/guides/operations.md';
  return new Error(`no Kafka could be used at ${brokers.join(', ')}: ${said}. ${cure}.`, { cause: error });
}
