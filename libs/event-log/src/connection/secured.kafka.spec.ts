import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalKafka, startLocalKafka, whyNoKafka } from '@streakline/local-kafka';
import { createLog } from '@streakline/observability';
import { describeWhereKafkaIs, until } from '@streakline/testing';
import type { EventLog } from '../event-log';
import { connectEventLog } from '../kafkajs/kafkajs-event-log';
import { readConnectionSettings } from './connection-settings';

describeWhereKafkaIs(whyNoKafka(), 'a Kafka with TLS and SASL', () => {
  let kafka: LocalKafka;
  let folder: string;
  let environment: NodeJS.ProcessEnv;
  beforeAll(async () => {
    kafka = await startLocalKafka({ security: { users: { streakline: 'rightPassword' } } });
    folder = mkdtempSync(join(tmpdir(), 'streakline-tls-'));
    writeFileSync(join(folder, 'ca.pem'), kafka.secure?.certificate ?? '');
    environment = {
      KAFKA_BROKERS: kafka.secure?.bootstrap,
      KAFKA_TLS: 'true',
      KAFKA_TLS_CA_FILE: join(folder, 'ca.pem'),
      KAFKA_SASL_MECHANISM: 'scram-sha-512',
      KAFKA_SASL_USERNAME: 'streakline',
      KAFKA_SASL_PASSWORD: 'rightPassword',
    };
  }, 240_000);
  afterAll(async () => {
    await kafka.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);
  const connect = (otherwise: NodeJS.ProcessEnv = {}): EventLog =>
    connectEventLog(readConnectionSettings('test', { ...environment, ...otherwise }), createLog('silent'));

  it.each(['plain', 'scram-sha-256', 'scram-sha-512'])(
    'takes records from and gives them to who logs in by %s',
    async (mechanism) => {
      const log = connect({ KAFKA_SASL_MECHANISM: mechanism });
      const topic = `secured-${randomUUID()}`;
      const admin = await log.admin();
      await admin.createTopic({ name: topic, partitions: 1, configuration: {} }, 1);
      const producer = await log.producer();
      await producer.send(topic, [{ partition: 0, key: 'k', value: mechanism, headers: {} }]);
      const values: (string | undefined)[] = [];
      const consumer = await log.consume({
        group: `secured-${randomUUID()}`,
        topics: [topic],
        eachBatch: async ({ records }) => void values.push(...records.map(({ value }) => value?.toString())),
      });
      await until('the record', () => values.length > 0);
      expect(values).toEqual([mechanism]);
      await consumer.stop();
      await producer.close();
      await admin.close();
    },
  );

  const wrong: readonly [string, NodeJS.ProcessEnv, string, RegExp][] = [
    ['a wrong password', { KAFKA_SASL_PASSWORD: 'wrong' }, 'notAuthenticated', /SASL|credential|Authentication/i],
    ['an unknown user', { KAFKA_SASL_USERNAME: 'nobody' }, 'notAuthenticated', /SASL|credential|Authentication/i],
    [
      'a wrong password by plain',
      { KAFKA_SASL_PASSWORD: 'wrong', KAFKA_SASL_MECHANISM: 'plain' },
      'notAuthenticated',
      /Invalid username or password/i,
    ],
    ['a broker whose certificate nobody vouches for', { KAFKA_TLS_CA_FILE: '' }, 'notTrusted', /KAFKA_TLS_CA_FILE/],
    ['no TLS where the broker speaks it', { KAFKA_TLS: 'false' }, 'unreachable', /KAFKA_TLS=true/],
    ['TLS where the broker speaks none', { KAFKA_BROKERS: 'open' }, 'unreachable', /no TLS is spoken at that port/],
    ['no SASL where the broker wants it', { KAFKA_SASL_MECHANISM: '' }, 'unreachable', /KAFKA_SASL_MECHANISM/],
  ];
  it.each(wrong)('tells %s', async (_, { KAFKA_BROKERS: brokers, ...otherwise }, code, message) => {
    const log = connect(brokers === 'open' ? { KAFKA_BROKERS: kafka.bootstrap } : otherwise);
    const error: unknown = await log
      .admin()
      .then((admin) => admin.brokerCount().finally(() => admin.close()))
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'EventLogError', code });
    expect(String(error)).toMatch(message);
  });
});
