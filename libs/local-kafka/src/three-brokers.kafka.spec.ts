import { randomUUID } from 'node:crypto';
import { connectEventLog, type EventLogProducer } from '@streakline/event-log';
import { createLog } from '@streakline/observability';
import { describeWhereKafkaIs, until } from '@streakline/testing';
import { whyNoKafka } from './distribution/tools';
import { startLocalKafka, type LocalKafka } from './start-local-kafka';

describeWhereKafkaIs(whyNoKafka(), 'a local Kafka of three brokers', () => {
  let kafka: LocalKafka;
  beforeAll(async () => {
    kafka = await startLocalKafka({ brokers: 3 });
  }, 240_000);
  afterAll(() => kafka.stop(), 60_000);

  /** Sends until it is stored: while leaders are chosen anew, sends may fail and say so. */
  const sent = (producer: EventLogProducer, topic: string, partition: number) =>
    until('the record is stored', () =>
      producer.send(topic, [{ partition, key: null, value: `${partition}`, headers: {} }]).then(
        () => true,
        () => false,
      ),
    );

  it('keeps three copies and takes writes in every partition while any one of them is away', async () => {
    const log = connectEventLog({ brokers: kafka.bootstrap.split(','), clientId: 'test' }, createLog('silent'));
    const [admin, producer] = [await log.admin(), await log.producer()];
    const topic = randomUUID();
    await admin.createTopic({ name: topic, partitions: 3, configuration: {} }, 3);
    expect(await admin.describeTopic(topic)).toMatchObject({ partitions: 3, replicas: 3 });
    for (const partition of [0, 1, 2]) await sent(producer, topic, partition);

    const broker = kafka.brokers[0];
    await broker?.kill();
    for (const partition of [0, 1, 2]) await sent(producer, topic, partition);
    await broker?.start();
    expect(kafka.brokers.every(({ running }) => running)).toBe(true);
    // The broker that was away has what it missed: with another one gone, nothing is.
    await kafka.brokers[1]?.kill();
    for (const partition of [0, 1, 2]) await sent(producer, topic, partition);
    const kept = await admin.ranges(topic);
    expect(kept.every(({ first, end }) => first === 0 && end >= 3)).toBe(true);
    await producer.close();
    await admin.close();
  }, 240_000);
});
