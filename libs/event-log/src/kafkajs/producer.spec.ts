import type { Kafka } from 'kafkajs';
import { openProducer } from './producer';

/** A client whose brokers answer for some partitions only: what kafkajs makes of leaders that move while it sends. */
function clientThatAnswersFor(...partitions: readonly number[]): Kafka {
  const producer = {
    connect: () => Promise.resolve(),
    disconnect: () => Promise.resolve(),
    send: () => Promise.resolve(partitions.map((partition) => ({ partition, baseOffset: '7' }))),
  };
  return { producer: () => producer } as unknown as Kafka;
}

const aRecord = (partition: number) => ({ partition, key: null, value: 'x', headers: {} });

describe('a producer', () => {
  it('says that a record was not sent where no broker answered for its partition', async () => {
    const producer = await openProducer(clientThatAnswersFor(0, 2));
    await expect(producer.send('topic', [0, 1, 2, 1].map(aRecord))).rejects.toMatchObject({
      code: 'unavailable',
      canRetry: true,
      message: expect.stringContaining('partition(s) 1 of topic'),
    });
  });

  it('gives the first offset of each partition', async () => {
    const producer = await openProducer(clientThatAnswersFor(0, 2));
    expect(await producer.send('topic', [0, 2].map(aRecord))).toEqual(
      new Map([
        [0, 7],
        [2, 7],
      ]),
    );
  });
});
