import {
  deadLetter,
  type EventLog,
  LetterWriter,
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
  const letters = new LetterWriter(eventLog);
  teardown.add('dead letters', () => letters.close());
  return async (record, origin, reason) => {
    const problem = { code: 'unreadableRecord', title: 'Unreadable record', detail: reason };
    await letters.send(topic, deadLetter(record, origin, problem));
    metrics.add('streakline_projector_unreadable_records_total', { projection });
  };
}
