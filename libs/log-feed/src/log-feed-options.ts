import type { EventLog, LogRecord, TopicPartition } from '@streakline/event-log';
import type { Log } from '@streakline/observability';

/** Told of a record that is none of ours. What it rejects with is logged, and it is called again until it resolves. */
export type OnUnreadable = (record: LogRecord, origin: TopicPartition, reason: string) => Promise<void>;

export interface LogFeedOptions {
  readonly eventLog: EventLog;
  /** Name of the topic of events. */
  readonly topic: string;
  /** Before the names of consumer groups, `<prefix>streakline-<projection>-v<version>`; default none. */
  readonly groupPrefix?: string;
  readonly onUnreadable: OnUnreadable;
  readonly log: Log;
  /** How long the group waits for a sign of life, in milliseconds; default 10,000. */
  readonly sessionTimeout?: number;
}
