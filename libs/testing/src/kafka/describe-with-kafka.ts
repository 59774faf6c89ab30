import { randomUUID } from 'node:crypto';
import type { ConnectionSettings, EventLog, EventLogAdmin } from '@streakline/event-log';
import { type LocalKafka, startLocalKafka, whyNoKafka } from '@streakline/local-kafka';
import { sharedKafka } from './shared-kafka';
import { describeWhereKafkaIs, whyNoSharedKafka } from './where-kafka-is';

/** A real Kafka for a suite, and what most suites need of it. */
export interface TestKafka {
  readonly connection: ConnectionSettings;
  readonly log: EventLog;
  readonly admin: EventLogAdmin;
  /** An empty topic that is removed after the suite; 12 partitions where nothing else is said. */
  createTopic(partitions?: number): Promise<string>;
  /** A group that no other test uses. */
  aGroup(): string;
}

const STARTING_MS = 240_000;

/**
 * A suite that needs a broker: the test run's shared one, or that of KAFKA_BROKERS. Where none can be had it is skipped,
 * saying why, or fails where CI is set.
 */
export function describeWithKafka(name: string, suite: (kafka: () => TestKafka) => void): void {
  describeWhereKafkaIs(whyNoSharedKafka(), name, () => {
    let made: OpenedKafka | undefined;
    beforeAll(async () => {
      made = await openKafka(await sharedKafka());
    }, STARTING_MS);
    suite(() => opened(made));
    // After the suite's own: hooks run in the order of their registration.
    afterAll(() => made?.close());
  });
}

/**
 * A suite that hurts its brokers: a local cluster of its own, of one or three, started before the suite and stopped
 * after it. Skipped, or failed, as {@link describeWithKafka} is.
 */
export function describeWithOwnKafka(
  name: string,
  brokers: 1 | 3,
  suite: (kafka: () => TestKafka & { readonly cluster: LocalKafka }) => void,
): void {
  describeWhereKafkaIs(whyNoKafka(), name, () => {
    let made: (OpenedKafka & { readonly cluster: LocalKafka }) | undefined;
    let cluster: LocalKafka | undefined;
    beforeAll(async () => {
      cluster = await startLocalKafka({ brokers });
      made = { ...(await openKafka(cluster.bootstrap)), cluster };
    }, STARTING_MS);
    suite(() => opened(made));
    afterAll(async () => {
      await made?.disconnect();
      await cluster?.stop();
    }, STARTING_MS);
  });
}

interface OpenedKafka extends TestKafka {
  disconnect(): Promise<void>;
  /** Removes the topics as well. */
  close(): Promise<void>;
}

function opened<Kafka>(made: Kafka | undefined): Kafka {
  if (made === undefined) throw new Error('there is no Kafka yet: ask for it in a test or in beforeAll');
  return made;
}

async function openKafka(brokers: string): Promise<OpenedKafka> {
  // Only here: most suites that import this lib need no Kafka, and none should wait for its client to load.
  const [{ connectEventLog }, { createLog }] = await Promise.all([
    import('@streakline/event-log'),
    import('@streakline/observability'),
  ]);
  const connection = { brokers: brokers.split(','), clientId: 'test' };
  const log = connectEventLog(connection, createLog('fatal'));
  const admin = await log.admin();
  const topics: string[] = [];
  const createTopic = async (partitions = 12) => {
    const name = `test-${randomUUID()}`;
    await admin.createTopic({ name, partitions, configuration: {} }, 1);
    topics.push(name);
    return name;
  };
  const close = async () => {
    // What is left of them goes with the broker.
    for (const topic of topics) await admin.deleteTopic(topic).catch(() => undefined);
    await admin.close();
  };
  return { connection, log, admin, createTopic, aGroup: () => `test-${randomUUID()}`, disconnect: admin.close, close };
}
