import type { Kafka, PartitionerArgs } from 'kafkajs';
import type { EventLogProducer, OutgoingRecord } from '../event-log';
import { EventLogError } from '../event-log-error';
import { bundlesOf } from './records/record-bundle';
import { toEventLogError } from './to-event-log-error';

const ALL_IN_SYNC = -1;

/** A producer whose records name their partitions. */
export async function openProducer(client: Kafka): Promise<EventLogProducer> {
  const producer = client.producer({
    allowAutoTopicCreation: false,
    // kafkajs leaves it to the partitioner to respect a partition that a record names.
    createPartitioner: () => partitionAsNamed,
    // A deleted topic that was made anew is noticed by its error; this is for partitions that moved.
    metadataMaxAge: 30_000,
  });
  let closed = false;
  try {
    await producer.connect();
  } catch (error) {
    throw toEventLogError(error, 'connecting a producer');
  }
  return {
    send: async (topic, records) => {
      if (closed) throw new EventLogError('closed', 'This producer is closed and sends no more.');
      if (records.length === 0) return new Map();
      try {
        const sent = await producer.send({ topic, acks: ALL_IN_SYNC, messages: [...bundlesOf(records)] });
        const firsts = new Map(sent.map(({ partition, baseOffset }) => [partition, Number(baseOffset ?? -1)]));
        checkAnswered(topic, records, firsts);
        return firsts;
      } catch (error) {
        throw toEventLogError(error, `sending ${records.length} record(s) to ${topic}`);
      }
    },
    close: async () => {
      closed = true;
      await producer.disconnect();
    },
  };
}

/**
 * kafkajs sends again to brokers that failed, and takes those that answered for done: a partition whose leader moved
 * from one of the first to one of the latter meanwhile is sent nowhere, and no error told (2.2.4, src/producer/sendMessages.js).
 */
function checkAnswered(topic: string, records: readonly OutgoingRecord[], firsts: ReadonlyMap<number, number>): void {
  const unanswered = new Set(records.map(({ partition }) => partition).filter((partition) => !firsts.has(partition)));
  if (unanswered.size === 0) return;
  throw new EventLogError(
    'unavailable',
    `Kafka: no broker answered for partition(s) ${[...unanswered].join(', ')} of ${topic}, whose leaders moved; they are to be sent again.`,
  );
}

function partitionAsNamed({ message }: PartitionerArgs): number {
  if (message.partition === undefined) throw new Error('a record for Kafka names no partition');
  return message.partition;
}
