import type { EventLogAdmin, TopicDescription, TopicSettings } from '../event-log';
import { differencesOf, forReplicas } from './differences';

/** How a topic is against what is wanted of it. */
export interface TopicState {
  readonly name: string;
  readonly outcome: 'asWanted' | 'different' | 'missing';
  /** Null where it is missing. */
  readonly partitions: number | null;
  readonly replicas: number | null;
  /** Where it is not as wanted, one line each: a topic's settings are never changed behind its owner's back. */
  readonly differences: readonly string[];
}

/** What became of a topic that was asked for. */
export interface EnsuredTopic extends TopicState {
  readonly created: boolean;
}

/** Copies of each topic, where there are as many brokers: with three, one may be away and nothing is lost. */
const MOST_REPLICAS = 3;

/** Creates the topics that are missing, with up to three copies, and says how the others differ from what is wanted. */
export async function ensureTopics(
  admin: EventLogAdmin,
  wanted: readonly TopicSettings[],
): Promise<readonly EnsuredTopic[]> {
  const replicas = await replicasOn(admin);
  const ensured: EnsuredTopic[] = [];
  for (const settings of wanted) {
    const created = await admin.createTopic(forReplicas(settings, replicas), replicas);
    ensured.push({ created, ...stateOf(settings, await admin.describeTopic(settings.name), replicas) });
  }
  return ensured;
}

/** Says how the topics are against what is wanted, and changes nothing. */
export async function checkTopics(
  admin: EventLogAdmin,
  wanted: readonly TopicSettings[],
): Promise<readonly TopicState[]> {
  const replicas = await replicasOn(admin);
  const states: TopicState[] = [];
  for (const settings of wanted) states.push(stateOf(settings, await admin.describeTopic(settings.name), replicas));
  return states;
}

async function replicasOn(admin: EventLogAdmin): Promise<number> {
  return Math.min(MOST_REPLICAS, await admin.brokerCount());
}

function stateOf(wanted: TopicSettings, found: TopicDescription | null, replicas: number): TopicState {
  const { name } = wanted;
  if (found === null)
    return { name, outcome: 'missing', partitions: null, replicas: null, differences: ['it does not exist'] };
  const differences = differencesOf(wanted, found, replicas);
  const outcome = differences.length > 0 ? 'different' : 'asWanted';
  return { name, outcome, partitions: found.partitions, replicas: found.replicas, differences };
}
