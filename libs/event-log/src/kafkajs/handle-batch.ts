import type { EachBatchPayload, IHeaders, KafkaMessage } from 'kafkajs';
import type { LogRecord, RawHeader } from '../event-log';
import { EventLogError } from '../event-log-error';
import type { ConsumerSettings } from './consumer-settings';
import { FetchedRecord } from './records/fetched-record';
import { toEventLogError } from './to-event-log-error';

/**
 * Hands a batch to the handler, with signs of life while it works. Returns the offset behind the batch, which is where
 * reading goes on, or nothing where the batch became stale meanwhile.
 */
export async function handleBatch(
  payload: EachBatchPayload,
  settings: Pick<ConsumerSettings, 'eachBatch' | 'heartbeatInterval'>,
  isOver: () => boolean,
): Promise<number | undefined> {
  const { batch } = payload;
  const heartbeat = async () => {
    try {
      await payload.heartbeat();
    } catch (error) {
      throw toEventLogError(error, `heartbeat while working on ${batch.topic}/${batch.partition}`);
    }
  };
  // kafkajs tells of a rebalance only when no batch is in hand any more, and the group does not wait for that for ever.
  let lost = false;
  const isStale = () => lost || isOver();
  const beat = () =>
    heartbeat().catch((error: unknown) => {
      // Any other failure shows in the handler's next own heartbeat, or in kafkajs' after the batch.
      if (error instanceof EventLogError && error.code === 'rebalancing') lost = true;
    });
  const beating = setInterval(() => void beat(), settings.heartbeatInterval);
  try {
    const records = batch.messages.map(toLogRecord);
    const { topic, partition } = batch;
    const [next, end] = [Number(batch.lastOffset()) + 1, Number(batch.highWatermark)];
    await settings.eachBatch({ topic, partition, records, next, end }, { heartbeat, isStale });
  } finally {
    clearInterval(beating);
  }
  if (isStale()) return undefined;
  payload.resolveOffset(batch.lastOffset());
  return Number(batch.lastOffset()) + 1;
}

/** What our codec read is a record already; kafkajs' own messages come from what it leaves to kafkajs. */
function toLogRecord(message: FetchedRecord | KafkaMessage): LogRecord {
  if (message instanceof FetchedRecord) return message;
  const { offset, key, value, headers, timestamp } = message;
  const raw = rawHeaders(headers);
  const texts = Object.fromEntries(raw.flatMap(([name, bytes]) => (bytes === null ? [] : [[name, bytes.toString()]])));
  return { offset: Number(offset), key, value, headers: texts, rawHeaders: () => raw, timestamp: Number(timestamp) };
}

/** Bytes alone: for a header that is named like a member of Object, kafkajs gives that member too. */
function rawHeaders(headers: IHeaders | undefined): readonly RawHeader[] {
  return Object.entries(headers ?? {}).flatMap(([name, given]) =>
    [given].flat().flatMap((value): RawHeader[] => (Buffer.isBuffer(value) || value === null ? [[name, value]] : [])),
  );
}
