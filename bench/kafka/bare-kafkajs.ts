import { Kafka, logLevel, type Producer } from 'kafkajs';
import { answerParent, epochNow } from './child';

/*
 * kafkajs as it is published, without anything of ours: what a loop that does nothing with its records comes to.
 */

const PARTITIONS = 12;

interface Loop {
  readonly brokers: readonly string[];
  readonly topic: string;
  readonly records: number;
  readonly valueBytes: number;
  /** Records a send. */
  readonly batch: number;
}

function client(brokers: readonly string[]): Kafka {
  return new Kafka({ brokers: [...brokers], clientId: 'bare', logLevel: logLevel.NOTHING });
}

async function openProducer(brokers: readonly string[]): Promise<Producer> {
  const producer = client(brokers).producer({ createPartitioner: () => (given) => given.message.partition ?? 0 });
  await producer.connect();
  return producer;
}

/** Sends so many records, one batch after the other; answers when it began. */
async function produce({ brokers, topic, records, valueBytes, batch }: Loop): Promise<number> {
  const producer = await openProducer(brokers);
  const value = 'x'.repeat(valueBytes);
  const began = epochNow();
  for (let sent = 0; sent < records; sent += batch) {
    const messages = Array.from({ length: Math.min(batch, records - sent) }, (_, index) => ({
      partition: (sent + index) % PARTITIONS,
      key: `ins_${sent + index}`,
      value,
    }));
    await producer.send({ topic, messages });
  }
  await producer.disconnect();
  return began;
}

let consumed: Promise<number> | undefined;

/** Joins, and counts; `consumed` answers when the last record was there. */
async function consume({ brokers, topic, records }: Loop): Promise<void> {
  const consumer = client(brokers).consumer({ groupId: `${topic}-bare` });
  const joined = new Promise<void>((resolve) => consumer.on(consumer.events.GROUP_JOIN, () => resolve()));
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  let seen = 0;
  consumed = new Promise((resolve, reject) => {
    consumer
      .run({
        autoCommit: false,
        partitionsConsumedConcurrently: PARTITIONS,
        eachBatch: async ({ batch }) => {
          for (const { value } of batch.messages) if (value !== null) seen += 1;
          if (seen >= records) resolve(epochNow());
        },
      })
      .catch(reject);
  });
  await joined;
}

/** From a record's send to its being seen, in milliseconds, one every so often. */
async function lags({
  brokers,
  topic,
  records,
  everyMs,
}: Loop & { readonly everyMs: number }): Promise<readonly number[]> {
  const consumer = client(brokers).consumer({ groupId: `${topic}-lags`, maxWaitTimeInMs: 500 });
  const joined = new Promise<void>((resolve) => consumer.on(consumer.events.GROUP_JOIN, () => resolve()));
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  const waiting = new Map<string, (at: number) => void>();
  const eachBatch = async ({ batch }: { batch: { messages: readonly { value: Buffer | null }[] } }) => {
    for (const { value } of batch.messages) waiting.get(String(value))?.(epochNow());
  };
  await consumer.run({ autoCommit: false, partitionsConsumedConcurrently: PARTITIONS, eachBatch });
  await joined;
  const producer = await openProducer(brokers);
  const all: Promise<number>[] = [];
  for (let n = 0; n < records; n += 1) {
    const sent = epochNow();
    all.push(new Promise((resolve) => waiting.set(String(n), (at) => resolve(at - sent))));
    await producer.send({ topic, messages: [{ partition: n % PARTITIONS, value: String(n) }] });
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, everyMs - (epochNow() - sent))));
  }
  const figures = await Promise.all(all);
  await Promise.all([producer.disconnect(), consumer.disconnect()]);
  return figures;
}

answerParent({ produce, consume, consumed: async () => consumed, lags });
