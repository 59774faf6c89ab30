import { randomUUID } from 'node:crypto';
import { ensureTopics, type EventLogAdmin, topicsOf, type TopicSettings } from '@streakline/event-log';
import type { BenchContext } from '../bench';
import { type OpenProjected, openProjected } from '../projected/open-projected';
import { type Child, startChild } from './child';

export interface Broker {
  readonly brokers: readonly string[];
  readonly admin: EventLogAdmin;
}

/** Where a run's store and its part of the log are. */
export interface Where {
  readonly url: string;
  readonly brokers: readonly string[];
  readonly prefix: string;
}

/** A topic of twelve partitions for plain kafkajs, as long as the work takes. */
export async function withTopic<T>({ admin }: Broker, work: (topic: string) => Promise<T>): Promise<T> {
  const topic = `bench-${randomUUID()}`;
  await admin.createTopic({ ...topicsOf().events, name: topic }, 1);
  try {
    return await work(topic);
  } finally {
    await admin.deleteTopic(topic);
  }
}

/** A database and topics of their own, as long as the work takes. */
export async function withSystem<T>(
  { createDatabase }: BenchContext,
  { brokers, admin }: Broker,
  work: (where: Where, opened: OpenProjected) => Promise<T>,
): Promise<T> {
  const prefix = `bench-${randomUUID().slice(0, 8)}-`;
  const topics = Object.values<TopicSettings>({ ...topicsOf(prefix) });
  const url = await createDatabase();
  await ensureTopics(admin, topics);
  const opened = await openProjected(url);
  try {
    return await work({ url, brokers, prefix }, opened);
  } finally {
    await opened.close();
    for (const { name } of topics) await admin.deleteTopic(name);
  }
}

/** Processes that end with the work, however it ends. */
export async function withChildren<const Names extends readonly string[], T>(
  names: Names,
  work: (children: { readonly [Name in keyof Names]: Child }) => Promise<T>,
): Promise<T> {
  const children = names.map((name) => startChild(name));
  try {
    return await work(children as unknown as { readonly [Name in keyof Names]: Child });
  } finally {
    await Promise.all(children.map((child) => child.stop()));
  }
}
