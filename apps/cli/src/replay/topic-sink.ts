import {
  ensureTopics,
  type EncodedEvent,
  type OutgoingRecord,
  retold,
  type TopicSettings,
} from '@streakline/event-log';
import type { RawEvent } from '@streakline/event-store';
import { BarsRecorded } from '@streakline/events';
import { PARTITION_COUNT, partitionOf } from '@streakline/projections';
import { UsageError } from '../failures';
import type { KafkaOptions } from '../kafka/kafka-options';
import { type OpenKafka, openKafka } from '../kafka/open-kafka';
import type { Sink } from './sink';

const MOST_RECORDS = 1_000;
/** Characters of values in one request. */
const MOST_A_SEND = 1024 * 1024;

/** CloudEvents to a topic, keyed and partitioned as the events topic is. */
export async function topicSink(topic: string, options: KafkaOptions): Promise<Sink> {
  const kafka = await openKafka(options);
  try {
    await checkTopic(kafka, topic);
    const producer = await kafka.eventLog.producer();
    const batch = new Batch((records) => producer.send(topic, records));
    const close = async () => {
      await producer.close();
      await kafka.close();
    };
    return { take: (event) => batch.add(recordsOf(event)), flush: () => batch.flush(), close };
  } catch (error) {
    await kafka.close();
    throw error;
  }
}

async function checkTopic({ admin, topics }: OpenKafka, name: string): Promise<void> {
  // Whoever reads these would take the past for news.
  const own: readonly TopicSettings[] = Object.values(topics);
  if (own.some((one) => one.name === name))
    throw new UsageError(`${name} is a topic of Streakline's own: tell history to another one`);
  const [state] = await ensureTopics(admin, [{ ...topics.events, name }]);
  if (state?.partitions === PARTITION_COUNT) return;
  throw new UsageError(
    `${name} has ${state?.partitions ?? 'no'} partitions: name a topic of ${PARTITION_COUNT}, as the events topic has, or one that does not exist`,
  );
}

class Batch {
  private records: OutgoingRecord[] = [];
  private size = 0;

  constructor(private readonly send: (records: readonly OutgoingRecord[]) => Promise<unknown>) {}

  async add(records: readonly OutgoingRecord[]): Promise<void> {
    for (const record of records) {
      this.records.push(record);
      this.size += record.value?.length ?? 0;
    }
    if (this.records.length >= MOST_RECORDS || this.size >= MOST_A_SEND) await this.flush();
  }

  async flush(): Promise<void> {
    const { records } = this;
    [this.records, this.size] = [[], 0];
    if (records.length > 0) await this.send(records);
  }
}

/** Once in each partition that owns one of its keys, under the first such key. */
function recordsOf(event: RawEvent): readonly OutgoingRecord[] {
  const encoded = encodedOf(event);
  const owners = new Map<number, string>();
  // The store's own marks of repeated requests concern nobody else.
  for (const key of event.keys.filter((each) => !/^(idempotency|answer):/.test(each)))
    if (!owners.has(partitionOf(key))) owners.set(partitionOf(key), key);
  return [...owners].map(([partition, key]) => ({ partition, key, ...encoded }));
}

/** Of one delivery there are many records, a session each: their ids are told apart by the instant. */
function encodedOf(event: RawEvent): EncodedEvent {
  const id = event.type === BarsRecorded.name ? `${event.id}~${new Date(event.knownAt).toISOString()}` : event.id;
  return retold(event, event.json, id);
}
