import {
  deadLetter,
  ensureTopics,
  type EventLog,
  type EventLogProducer,
  type LogRecord,
  type TopicPartition,
  type TopicSettings,
} from '@streakline/event-log';
import type { Metrics } from '@streakline/observability';
import type { Teardown } from '@streakline/service';

export interface BurialOptions {
  readonly eventLog: EventLog;
  /** Topic of the dead letters of the events topic. */
  readonly topic: TopicSettings;
  readonly projection: string;
  readonly metrics: Metrics;
  readonly teardown: Teardown;
}

/**
 * Sends records of the events topic that are none to its dead letters. Two projectors may send the same one, each of its
 * own version; letters are told apart by where they came from, so that a list shows it once.
 */
export function buryUnreadable(
  options: BurialOptions,
): (record: LogRecord, origin: TopicPartition, reason: string) => Promise<void> {
  const { eventLog, topic, projection, metrics, teardown } = options;
  let opened: Promise<EventLogProducer> | undefined;
  teardown.add('dead letters', async () => (await opened?.catch(() => undefined))?.close());
  return async (record, origin, reason) => {
    opened ??= open(eventLog, topic).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    const problem = { code: 'unreadableRecord', title: 'Unreadable record', detail: reason };
    await (await opened).send(topic.name, [deadLetter(record, origin, problem)]);
    metrics.add('streakline_projector_unreadable_records_total', { projection });
  };
}

/** Whoever made the topic of events by hand may not have thought of this one, and a record must not wait for ever. */
async function open(eventLog: EventLog, topic: TopicSettings): Promise<EventLogProducer> {
  const admin = await eventLog.admin();
  try {
    await ensureTopics(admin, [topic]);
  } finally {
    await admin.close();
  }
  return eventLog.producer();
}
