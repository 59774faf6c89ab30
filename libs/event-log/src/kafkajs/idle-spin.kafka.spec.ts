import { createLog } from '@streakline/observability';
import { describeWithKafka, until } from '@streakline/testing';
import type * as KafkaJs from 'kafkajs';
import { makeClient } from './client';

const HEARTBEATS = 4;

describeWithKafka('an idle producer and consumer', (kafka) => {
  /** How many timers are armed between some signs of life. */
  const timersArmed = async (client: KafkaJs.Kafka): Promise<number> => {
    const topic = await kafka().createTopic(1);
    const producer = client.producer({ createPartitioner: () => () => 0, allowAutoTopicCreation: false });
    const consumer = client.consumer({ groupId: kafka().aGroup(), maxWaitTimeInMs: 200, heartbeatInterval: 200 });
    await Promise.all([producer.connect(), consumer.connect()]);
    await producer.send({ topic, messages: [{ value: 'x' }] });
    let [seen, alive] = [0, 0];
    consumer.on(consumer.events.HEARTBEAT, () => void (alive += 1));
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({ eachMessage: async () => void (seen += 1) });
    await until('the record', () => seen === 1);
    const [before, arming] = [alive, jest.spyOn(globalThis, 'setTimeout')];
    await until('signs of life', () => alive >= before + HEARTBEATS);
    const armed = arming.mock.calls.filter(([, delay]) => delay !== POLL_MS).length;
    arming.mockRestore();
    await Promise.all([producer.disconnect(), consumer.disconnect()]);
    return armed;
  };
  /** What until() waits between two looks. */
  const POLL_MS = 5;

  it('arms a handful of timers for each sign of life, where kafkajs as it is published arms hundreds', async () => {
    const { brokers } = kafka().connection;
    const cured = await timersArmed(makeClient({ brokers, clientId: 'cured' }, createLog('fatal')));
    let asPublished: typeof KafkaJs | undefined;
    jest.isolateModules(() => {
      asPublished = jest.requireActual<typeof KafkaJs>('kafkajs');
    });
    if (asPublished === undefined) throw new Error('kafkajs was not loaded');
    const { Kafka, logLevel } = asPublished;
    const ill = await timersArmed(new Kafka({ brokers: [...brokers], clientId: 'ill', logLevel: logLevel.NOTHING }));
    expect(cured).toBeLessThan(HEARTBEATS * 10);
    expect(ill).toBeGreaterThan(cured * 5);
  });
});
