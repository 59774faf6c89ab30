import { randomUUID } from 'node:crypto';
import { connectEventLog } from '@streakline/event-log';
import { createLog } from '@streakline/observability';
import { anEvent, aStream, createTestStore, describeWhereKafkaIs, until } from '@streakline/testing';
import { Relay } from '@streakline/relay';
import { whyNoKafka } from './distribution/tools';
import { startLocalKafka, type LocalKafka } from './start-local-kafka';

describeWhereKafkaIs(whyNoKafka(), 'a local Kafka', () => {
  let kafka: LocalKafka;
  beforeAll(async () => {
    kafka = await startLocalKafka();
  }, 240_000);
  afterAll(() => kafka.stop(), 60_000);
  const connect = () => connectEventLog({ brokers: kafka.bootstrap.split(','), clientId: 'test' }, createLog('silent'));

  it('keeps what it was sent when a broker is killed and started again at the same address', async () => {
    const [topic, log] = [randomUUID(), connect()];
    const admin = await log.admin();
    await admin.createTopic({ name: topic, partitions: 1, configuration: {} }, 1);
    const producer = await log.producer();
    await producer.send(topic, [{ partition: 0, key: 'k', value: 'v', headers: {} }]);
    await kafka.brokers[0]?.kill();
    expect(kafka.brokers[0]?.running).toBe(false);
    await expect(producer.send(topic, [{ partition: 0, key: 'k', value: 'w', headers: {} }])).rejects.toMatchObject({
      canRetry: true,
    });
    await kafka.brokers[0]?.start();
    expect(await admin.ranges(topic)).toEqual([{ partition: 0, first: 0, end: 1 }]);
    await producer.close();
    await admin.close();
  }, 120_000);

  it('can go away under a relay, which catches up when it is back', async () => {
    const { store, database, dispose } = await createTestStore();
    const append = () =>
      store.append({
        streams: [
          { streamId: aStream(), expectedVersion: 'any', events: [anEvent({ keys: [`ins_${randomUUID()}`] })] },
        ],
      });
    const topic = { name: randomUUID(), partitions: 12, configuration: {} };
    const relay = new Relay({ pool: database.pool, store, eventLog: connect(), topic, log: createLog('silent') });
    relay.start();
    await append();
    await until('the first event', () => relay.status.position === 1);
    await kafka.brokers[0]?.stop();
    await append();
    await until('it has noticed', () => relay.status.problem !== null);
    await kafka.brokers[0]?.start();
    await until('the second event', () => relay.status.position === 2);
    await relay.stop();
    await dispose();
  }, 180_000);
});
