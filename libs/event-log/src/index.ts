/** The log that others read: a small port of our own, its adapter for Kafka, and how our events look there. */
export type * from './event-log';
export { EventLogError, type EventLogErrorCode } from './event-log-error';
export { rawHeadersOf } from './raw-headers';
export { connectEventLog } from './kafkajs/kafkajs-event-log';
export {
  type ConnectionSettings,
  ConnectionSettingsError,
  connectionVariables,
  readConnectionSettings,
} from './connection/connection-settings';
export { deadLetterTopicOf, type Topics, topics, topicsOf } from './topics/topics';
export { checkTopicPrefix, readTopicPrefix } from './topics/topic-prefix';
export { deadLetter, type LetterProblem } from './dead-letters/dead-letter';
export { letterHeaders } from './dead-letters/letter-headers';
export { LetterWriter } from './dead-letters/letter-writer';
export type { DeadLetter } from './dead-letters/open-letters';
export {
  type DeadLetterSource,
  DeadLetterReader,
  type FoundDeadLetters,
  readDeadLetters,
  readLetterRecords,
} from './dead-letters/read-dead-letters';
export { closeDeadLetter, type LetterDesk, retryDeadLetter, whyNotRetried } from './dead-letters/retry-dead-letter';
export { checkTopics, ensureTopics, type EnsuredTopic, type TopicState } from './topics/ensure-topics';
export { UnreadableRecord } from './cloud-events/headers';
export {
  decodeEvent,
  encodeEvent,
  type EncodedEvent,
  placed,
  type Placement,
  retold,
} from './cloud-events/recorded-event';
export { decodeRecord, readPlace, type StreaklineRecord, watermark } from './cloud-events/streakline-record';
