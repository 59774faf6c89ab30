import { randomBytes } from 'node:crypto';
import {
  connectEventLog,
  ensureTopics,
  type EventLog,
  type EventLogAdmin,
  readConnectionSettings,
  type Topics,
  type TopicSettings,
  topicsOf,
} from '@streakline/event-log';
import { createLog } from '@streakline/observability';
import { dossiersProjection } from '@streakline/read-models';

/** Topics of one run of the demo, under a prefix that no other run has. */
export interface DemoTopics {
  readonly prefix: string;
  readonly topics: Topics;
  readonly eventLog: EventLog;
  /** Removes the topics, and the groups that have read them. */
  remove(): Promise<void>;
}

export async function createTopics(brokers: string): Promise<DemoTopics> {
  const prefix = `demo-${randomBytes(4).toString('hex')}.`;
  const topics = topicsOf(prefix);
  const connection = readConnectionSettings('streakline-demo', { ...process.env, KAFKA_BROKERS: brokers });
  // What the client says of each attempt is in the error that it ends with.
  const eventLog = connectEventLog(connection, createLog('fatal'));
  const remove = () => withAdmin(eventLog, (admin) => removeAll(admin, prefix, topics));
  try {
    await withAdmin(eventLog, (admin) => ensureTopics(admin, allOf(topics)));
  } catch (error) {
    // Some of them may stand; where the broker is away, none do that anybody could remove.
    await remove().catch(() => undefined);
    throw error;
  }
  return { prefix, topics, eventLog, remove };
}

function allOf(topics: Topics): readonly TopicSettings[] {
  return Object.values<TopicSettings>({ ...topics });
}

async function withAdmin(eventLog: EventLog, work: (admin: EventLogAdmin) => Promise<unknown>): Promise<void> {
  const admin = await eventLog.admin();
  try {
    await work(admin);
  } finally {
    await admin.close();
  }
}

async function removeAll(admin: EventLogAdmin, prefix: string, topics: Topics): Promise<void> {
  for (const { name } of allOf(topics)) {
    if ((await admin.describeTopic(name)) !== null) await admin.deleteTopic(name);
  }
  const groups = [`${prefix}streakline-intake`, `${prefix}streakline-${dossiersProjection.name}-v1`];
  for (const group of groups) {
    // One that was never joined is not there to be deleted; brokers forget one without topics by themselves.
    await admin.deleteGroup(group).catch(() => undefined);
  }
}
