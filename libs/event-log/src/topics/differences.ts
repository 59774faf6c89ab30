import type { TopicDescription, TopicSettings } from '../event-log';

/**
 * The settings with how many copies must have a record before it counts as sent: two of three, so that no single loss
 * of a broker loses what was acknowledged; one where there are fewer, or nothing could be sent while one is away.
 */
export function forReplicas({ configuration, ...settings }: TopicSettings, replicas: number): TopicSettings {
  return {
    ...settings,
    configuration: { ...configuration, 'min.insync.replicas': replicas > 2 ? '2' : '1' },
  };
}

/**
 * Where a topic is not as wanted, one line each, with how to mend it. More copies than wanted are fine; fewer are said
 * as long as there are brokers for more.
 */
export function differencesOf(wanted: TopicSettings, found: TopicDescription, replicas: number): readonly string[] {
  const { configuration } = forReplicas(wanted, found.replicas);
  const settings = Object.entries(configuration)
    .filter(([name, value]) => found.configuration[name] !== value)
    .map(([name, value]) => `${name} is ${found.configuration[name] ?? 'unset'} instead of ${value}`);
  return [...partitionsThatDiffer(wanted, found), ...copiesThatDiffer(found, replicas), ...settings];
}

function partitionsThatDiffer(wanted: TopicSettings, found: TopicDescription): readonly string[] {
  if (found.partitions === wanted.partitions) return [];
  return [
    `${found.partitions} partitions instead of ${wanted.partitions}: records of one key would lie in two; create it anew, or choose another topic prefix`,
  ];
}

function copiesThatDiffer({ replicas: found }: TopicDescription, wanted: number): readonly string[] {
  return found >= wanted ? [] : [`${found} of ${wanted} copies: a broker that is lost takes records with it`];
}
