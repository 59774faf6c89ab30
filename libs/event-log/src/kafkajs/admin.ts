import { setTimeout as wait } from 'node:timers/promises';
import { type Admin, ConfigResourceTypes, type Kafka } from 'kafkajs';
import type { EventLogAdmin, TopicDescription, TopicSettings } from '../event-log';
import { EventLogError } from '../event-log-error';
import { toEventLogError } from './to-event-log-error';

export async function openAdmin(client: Kafka): Promise<EventLogAdmin> {
  const admin = client.admin();
  await attempt('connecting an administrator', () => admin.connect());
  return {
    brokerCount: () => attempt('counting brokers', async () => (await admin.describeCluster()).brokers.length),
    createTopic: (settings, replicas) =>
      attempt(`creating ${settings.name}`, () => createTopic(admin, settings, replicas)),
    describeTopic: (name) => attempt(`describing ${name}`, () => describeTopic(admin, name)),
    deleteTopic: (name) => attempt(`deleting ${name}`, () => admin.deleteTopics({ topics: [name] })),
    ranges: (topic) =>
      attempt(`reading the ends of ${topic}`, async () =>
        (await admin.fetchTopicOffsets(topic))
          .map(({ partition, low, high }) => ({ partition, first: Number(low), end: Number(high) }))
          .sort((a, b) => a.partition - b.partition),
      ),
    committed: (group, topic) => attempt(`reading the offsets of group ${group}`, () => committed(admin, group, topic)),
    deleteGroup: (group) =>
      attempt(`deleting group ${group}`, async () => {
        await admin.deleteGroups([group]);
      }),
    close: () => admin.disconnect(),
  };
}

const SERVED_WITHIN_MS = 15_000;

async function createTopic(
  admin: Admin,
  { name, partitions, configuration }: TopicSettings,
  replicas: number,
): Promise<boolean> {
  // Asked to create what exists, kafkajs warns of an error that is none.
  if ((await admin.listTopics()).includes(name)) return false;
  const configEntries = Object.entries(configuration).map(([key, value]) => ({ name: key, value }));
  const topic = { topic: name, numPartitions: partitions, replicationFactor: replicas, configEntries };
  // kafkajs' own wait for leaders gives up where a broker has not heard of the topic yet, as KRaft brokers have not.
  const created = await admin.createTopics({ waitForLeaders: false, topics: [topic] });
  const until = Date.now() + SERVED_WITHIN_MS;
  while (created && !(await isServed(admin, name, partitions))) {
    if (Date.now() > until)
      throw new EventLogError(
        'unavailable',
        `Kafka: topic ${name} was created, and its ${partitions} partition(s) do not all answer after ${SERVED_WITHIN_MS / 1000} s: are enough brokers up?`,
      );
    await wait(50);
  }
  return created;
}

/**
 * Whether each partition answers. A leader in the metadata is not enough: the broker it names may not serve the
 * partition yet, and kafkajs then sends the whole request again, also what other partitions have taken by then.
 */
async function isServed(admin: Admin, name: string, partitions: number): Promise<boolean> {
  // Asked for by name, a broker that has not heard of the topic would make kafkajs wait and ask again.
  if (!(await admin.listTopics()).includes(name)) return false;
  try {
    return (await admin.fetchTopicOffsets(name)).length === partitions;
  } catch (error) {
    if (toEventLogError(error, `asking for the ends of ${name}`).canRetry) return false;
    throw error;
  }
}

async function describeTopic(admin: Admin, name: string): Promise<TopicDescription | null> {
  if (!(await admin.listTopics()).includes(name)) return null;
  const [{ topics }, { resources }] = await Promise.all([
    admin.fetchTopicMetadata({ topics: [name] }),
    admin.describeConfigs({ includeSynonyms: false, resources: [{ type: ConfigResourceTypes.TOPIC, name }] }),
  ]);
  const partitions = topics[0]?.partitions ?? [];
  const entries = resources[0]?.configEntries ?? [];
  return {
    name,
    partitions: partitions.length,
    replicas: partitions[0]?.replicas.length ?? 0,
    configuration: Object.fromEntries(entries.map(({ configName, configValue }) => [configName, configValue])),
  };
}

async function committed(admin: Admin, group: string, topic: string): Promise<ReadonlyMap<number, number>> {
  const [found] = await admin.fetchOffsets({ groupId: group, topics: [topic] });
  const offsets = (found?.partitions ?? []).map(({ partition, offset }) => [partition, Number(offset)] as const);
  return new Map(offsets.filter(([, offset]) => offset >= 0));
}

async function attempt<T>(doing: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toEventLogError(error, doing);
  }
}
