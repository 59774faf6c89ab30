import type { LogRecord, OutgoingRecord, RawHeader, TopicPartition } from '../event-log';
import { rawHeadersOf } from '../raw-headers';
import { fitting } from './fitting';
import { letterHeaders, ownHeaders } from './letter-headers';

/** Why a record was refused, as RFC 9457 writes it; what is beyond the named members are extensions. */
export interface LetterProblem {
  /** camelCase, stable: programs switch on it. */
  readonly code: string;
  readonly title: string;
  /** What is wrong, where, and how to mend it. */
  readonly detail: string;
  readonly [extension: string]: unknown;
}

/**
 * The record for the dead-letter topic (deadLetterTopicOf) of the topic where it was refused: as it came, byte by byte,
 * with headers that say from where, when and why. Send letters one by one: a topic takes the largest alone, not two of
 * them in one batch. `refusedAt` is epoch milliseconds.
 *
 * @example
 * const letter = deadLetter(record, batch, { code: 'invalid', title: 'Unprocessable Entity', detail: '...' });
 * await producer.send(deadLetterTopicOf(batch.topic), [letter]);
 */
export function deadLetter(
  record: LogRecord,
  { topic, partition }: TopicPartition,
  problem: LetterProblem,
  refusedAt: number = Date.now(),
): OutgoingRecord {
  const attempts = Number(record.headers[letterHeaders.attempts] ?? 0);
  const before = Number.isSafeInteger(attempts) && attempts > 0 ? attempts : 0;
  return fitting({
    partition: 0,
    key: record.key,
    value: record.value,
    moreHeaders: foreignHeadersOf(record),
    headers: {
      [letterHeaders.problem]: JSON.stringify(problem),
      [letterHeaders.originTopic]: topic,
      [letterHeaders.originPartition]: String(partition),
      [letterHeaders.originOffset]: String(record.offset),
      [letterHeaders.originTimestamp]: String(record.timestamp),
      [letterHeaders.refusedAt]: new Date(refusedAt).toISOString(),
      [letterHeaders.attempts]: String(before + 1),
    },
  });
}

/** What a sender wrote under our own names would be read as ours, a forged closing of another letter included. */
export function foreignHeadersOf(record: LogRecord): readonly RawHeader[] {
  return rawHeadersOf(record).filter(([name]) => !ownHeaders.has(name));
}
