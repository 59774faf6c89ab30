import type { EventLogAdmin, EventLogProducer, LogRecord, OutgoingRecord, RawHeader } from '../event-log';
import type { Topics } from '../topics/topics';
import { deadLetterTopicOf } from '../topics/topics';
import { foreignHeadersOf } from './dead-letter';
import { letterHeaders } from './letter-headers';
import type { DeadLetter } from './open-letters';

/** What a letter is sent and closed with. */
export interface LetterDesk {
  readonly producer: EventLogProducer;
  readonly admin: EventLogAdmin;
  readonly topics: Topics;
}

/** Why a letter cannot be sent again, in a sentence for people; null where it can. */
export function whyNotRetried(letter: DeadLetter, topics: Topics, mended: boolean): string | null {
  const { origin, place, leftOut } = letter;
  if (place.topic === topics.deadEvents.name)
    return 'it was read from the events topic, and what it should have said is in the store, from where projectors took it: close it';
  const inbound = [topics.inboundAnnouncements.name, topics.inboundPrices.name];
  if (origin === null || !inbound.includes(origin.topic) || deadLetterTopicOf(origin.topic) !== place.topic)
    return 'it does not say from which inbound topic it came: send it there yourself, then close it';
  if (leftOut['headers'] !== undefined)
    return `its headers (${leftOut['headers']} bytes) did not fit here: send it to ${origin.topic} yourself, then close it`;
  if (leftOut['value'] !== undefined && !mended)
    return `its value (${leftOut['value']} bytes) did not fit here: give it one of at most 10 MB`;
  return null;
}

/**
 * Sends a letter to where it was refused, mended where a value is given, and closes it. Its CloudEvents id stays: the
 * command that was refused stored nothing under it, and should the first record be read once more, one of the two is
 * applied and not both. Stopped between the two steps, the letter stays open, and sending it again changes nothing.
 * Throws where {@link whyNotRetried} gives a reason.
 */
export async function retryDeadLetter(
  { producer, admin, topics }: LetterDesk,
  letter: DeadLetter,
  record: LogRecord,
  value?: Buffer,
): Promise<void> {
  const why = whyNotRetried(letter, topics, value !== undefined);
  const { origin } = letter;
  if (why !== null || origin === null) throw new Error(`${letter.id} cannot be sent again: ${why ?? 'no origin'}`);
  const partitions = (await admin.ranges(origin.topic)).length;
  await producer.send(origin.topic, [recordAgain(letter, record, origin.partition % partitions, value)]);
  await closeDeadLetter(producer, letter, 'retried');
}

/** Says on the dead-letter topic that a letter is dealt with: no list shows it from then on. */
export async function closeDeadLetter(
  producer: EventLogProducer,
  { id, place }: DeadLetter,
  as: 'retried' | 'closed',
): Promise<void> {
  const headers = {
    [letterHeaders.closes]: id,
    [letterHeaders.closedAs]: as,
    [letterHeaders.closedAt]: new Date().toISOString(),
  };
  await producer.send(place.topic, [{ partition: place.partition, key: null, value: null, headers }]);
}

function recordAgain(letter: DeadLetter, record: LogRecord, partition: number, value?: Buffer): OutgoingRecord {
  return {
    partition,
    key: record.key,
    value: value ?? record.value,
    headers: { [letterHeaders.attempts]: String(letter.attempts) },
    moreHeaders: foreignHeadersOf(record).map((header) => withIdAgain(letter, header)),
  };
}

/** Only what was refused because its id had been used for something else needs another id. */
function withIdAgain({ problem, attempts }: DeadLetter, [name, value]: RawHeader): RawHeader {
  if (problem.code !== 'idempotencyKeyReused' || name !== 'ce_id' || value === null) return [name, value];
  return [name, Buffer.from(`${value.toString()}-retry-${attempts}`)];
}
