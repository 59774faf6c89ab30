import { randomUUID } from 'node:crypto';
import { describeWithKafka, until } from '@streakline/testing';
import { Kafka, logLevel } from 'kafkajs';
import { readRanges } from '../dead-letters/read-ranges';
import type { EventLogConsumer, RecordBatch } from '../event-log';

describeWithKafka('a partition to which somebody else writes in transactions', (kafka) => {
  const consumers: EventLogConsumer[] = [];
  afterEach(() => Promise.all(consumers.splice(0).map((consumer) => consumer.stop())));

  /** The values of each transaction; those that begin with a minus are aborted. */
  async function transact(topic: string, ...values: readonly string[]): Promise<void> {
    const client = new Kafka({ brokers: [...kafka().connection.brokers], logLevel: logLevel.NOTHING });
    const producer = client.producer({ transactionalId: randomUUID(), maxInFlightRequests: 1, idempotent: true });
    await producer.connect();
    for (const value of values) {
      const transaction = await producer.transaction();
      await transaction.send({ topic, messages: [{ partition: 0, value }] });
      await (value.startsWith('-') ? transaction.abort() : transaction.commit());
    }
    await producer.disconnect();
  }

  it.each([
    ['a commit', ['a', 'b'], 4],
    ['an abort', ['a', '-b'], 4],
  ])('is read to its end where that is the mark of %s', async (_, values, end) => {
    const topic = await kafka().createTopic(1);
    await transact(topic, ...values);
    await until('the mark', async () => (await kafka().admin.ranges(topic))[0]?.end === end);
    const batches: RecordBatch[] = [];
    const eachBatch = async (batch: RecordBatch) => void batches.push(batch);
    consumers.push(await kafka().log.consume({ group: kafka().aGroup(), topics: [topic], eachBatch }));
    await until('a batch', () => batches.length > 0);
    expect(batches.at(-1)).toMatchObject({ next: end, end });
    const read: string[] = [];
    const range = { topic, partition: 0, from: 0, end };
    await readRanges(kafka().log, kafka().aGroup(), [range], (__, { value }) => void read.push(String(value)));
    expect(read).toEqual(values.filter((value) => !value.startsWith('-')));
  });
});
