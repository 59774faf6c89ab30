import type { Kafka, PartitionerArgs } from 'kafkajs';
import type { EventLogProducer } from '../event-log';
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
        return new Map(sent.map(({ partition, baseOffset }) => [partition, Number(baseOffset ?? -1)]));
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

function partitionAsNamed({ message }: PartitionerArgs): number {
  if (message.partition === undefined) throw new Error('a record for Kafka names no partition');
  return message.partition;
}
