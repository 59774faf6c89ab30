import { randomUUID } from 'node:crypto';
import { describeWithKafka, until } from '@streakline/testing';
import { CompressionTypes, Kafka, logLevel } from 'kafkajs';
import type { EventLogConsumer, LogRecord } from '../event-log';

/** What we ask of kafkajs, each against the broker at hand: kafkajs is older than Kafka 4. */
describeWithKafka('kafkajs with this broker', (kafka) => {
  const consumers: EventLogConsumer[] = [];
  afterEach(async () => {
    await Promise.all(consumers.splice(0).map((consumer) => consumer.stop()));
  });

  const bare = () =>
    new Kafka({ brokers: [...kafka().connection.brokers], clientId: 'bare', logLevel: logLevel.NOTHING });
  const read = async (topic: string, group = kafka().aGroup()) => {
    const records: LogRecord[] = [];
    const eachBatch = async (batch: { records: readonly LogRecord[] }) => void records.push(...batch.records);
    consumers.push(await kafka().log.consume({ group, topics: [topic], eachBatch, maxWait: 100, commitInterval: 50 }));
    return records;
  };
  const values = (records: readonly LogRecord[]) => records.map(({ value }) => String(value));

  it('counts brokers', async () => {
    expect(await kafka().admin.brokerCount()).toBeGreaterThanOrEqual(1);
  });

  it('makes a topic, describes it with its settings, and removes it', async () => {
    const { admin } = kafka();
    const settings = { name: `test-${randomUUID()}`, partitions: 3, configuration: { 'retention.ms': '1234567' } };
    expect(await admin.createTopic(settings, 1)).toBe(true);
    expect(await admin.createTopic(settings, 1)).toBe(false);
    expect(await admin.describeTopic(settings.name)).toMatchObject({ ...settings, replicas: 1 });
    await admin.deleteTopic(settings.name);
    await until('the topic is gone', async () => (await admin.describeTopic(settings.name)) === null);
  });

  it('finds every partition of a topic answering as soon as it is made', async () => {
    for (let round = 0; round < 5; round += 1) {
      const topic = await kafka().createTopic(12);
      const whole = Array.from({ length: 12 }, (_, partition) => ({ partition, first: 0, end: 0 }));
      expect(await kafka().admin.ranges(topic)).toEqual(whole);
    }
  });

  it('joins a group, commits, reads what was committed, and removes the group', async () => {
    const { admin, log } = kafka();
    const [topic, group] = [await kafka().createTopic(1), kafka().aGroup()];
    const producer = await log.producer();
    await producer.send(topic, [{ partition: 0, key: 'k', value: 'v', headers: {} }]);
    await producer.close();
    const records = await read(topic, group);
    await until('the record', () => records.length === 1);
    await until('the commit', async () => (await admin.committed(group, topic)).get(0) === 1);
    await consumers.pop()?.stop();
    await admin.deleteGroup(group);
    expect((await admin.committed(group, topic)).size).toBe(0);
  });

  it('reads what others sent compressed by gzip, beside our own', async () => {
    const topic = await kafka().createTopic(1);
    const producer = bare().producer();
    await producer.connect();
    const sendOne = (value: string, compression: CompressionTypes) =>
      producer.send({ topic, compression, messages: [{ key: 'k', value, headers: { name: ['one', 'two'] } }] });
    await sendOne('plain', CompressionTypes.None);
    await sendOne('gzipped', CompressionTypes.GZIP);
    await producer.disconnect();
    const records = await read(topic);
    await until('both', () => records.length === 2);
    expect(values(records)).toEqual(['plain', 'gzipped']);
    expect(records.map(({ headers }) => ({ ...headers }))).toEqual([{ name: 'two' }, { name: 'two' }]);
  });

  it('passes over what a transaction took back, and over the ends of transactions', async () => {
    const topic = await kafka().createTopic(1);
    const producer = bare().producer({
      transactionalId: `test-${randomUUID()}`,
      idempotent: true,
      maxInFlightRequests: 1,
    });
    await producer.connect();
    for (const [value, end] of [
      ['kept', 'commit'],
      ['taken back', 'abort'],
      ['kept too', 'commit'],
    ] as const) {
      const transaction = await producer.transaction();
      await transaction.send({ topic, messages: [{ value }] });
      await transaction[end]();
    }
    await producer.disconnect();
    const records = await read(topic);
    await until('what was kept', () => records.length === 2);
    expect(values(records)).toEqual(['kept', 'kept too']);
    expect(records.map(({ offset }) => offset)).toEqual([0, 4]);
  });
});
