import { checkTopics as check, type EnsuredTopic, ensureTopics, type TopicState } from '@streakline/event-log';
import { exitCodes } from '../exit-codes';
import type { KafkaOptions } from '../kafka/kafka-options';
import { type OpenKafka, openKafka } from '../kafka/open-kafka';
import { print } from '../output/print';
import { tableOf } from '../output/table';

export interface TopicsOptions extends KafkaOptions {
  readonly json?: boolean;
}

export async function createTopics(options: TopicsOptions): Promise<void> {
  const topics = await onKafka(options, ({ admin, topics }) => ensureTopics(admin, Object.values(topics)));
  await show(topics, options);
  if (topics.some(isUnwanted)) process.exitCode = exitCodes.partlyDone;
}

export async function checkTopics(options: TopicsOptions): Promise<void> {
  const topics = await onKafka(options, ({ admin, topics }) => check(admin, Object.values(topics)));
  await show(topics, options);
  if (topics.some(isUnwanted)) process.exitCode = exitCodes.failed;
}

function isUnwanted({ outcome }: TopicState): boolean {
  return outcome !== 'asWanted';
}

async function onKafka<T>(options: KafkaOptions, work: (kafka: OpenKafka) => Promise<T>): Promise<T> {
  const kafka = await openKafka(options);
  try {
    return await work(kafka);
  } finally {
    await kafka.close();
  }
}

async function show(topics: readonly (TopicState | EnsuredTopic)[], { json }: TopicsOptions): Promise<void> {
  if (json) return print(`${JSON.stringify({ data: topics }, null, 2)}\n`);
  const head = ['topic', 'state', 'partitions', 'copies', 'differences'];
  return print(tableOf(head, topics.map(rowOf), process.stdout.isTTY));
}

const STATES = { asWanted: 'as wanted', different: 'different', missing: 'missing' } as const;

function rowOf(topic: TopicState | EnsuredTopic): readonly string[] {
  const { name, outcome, partitions, replicas, differences } = topic;
  const state = 'created' in topic && topic.created ? 'created' : STATES[outcome];
  return [name, state, String(partitions ?? '-'), String(replicas ?? '-'), differences.join('; ')];
}
