import type { TopicSettings } from '@streakline/event-log';

/** Consumer group of the workers of one installation. */
export function workersGroupOf(prefix = ''): string {
  return `${prefix}streakline.backtest-workers`;
}

/**
 * The topic that carries sweeps to workers. Apart from those of `streakline topics`, since only an installation that sweeps
 * over several machines has it: the first sweep makes it. Twelve partitions: as many workers at a time. A week: a job that
 * nobody took by then is asked for again by resuming its sweep.
 */
export function jobsTopicOf(prefix = ''): TopicSettings {
  return {
    name: `${prefix}streakline.backtest-jobs.v1`,
    partitions: 12,
    configuration: {
      'cleanup.policy': 'delete',
      'retention.ms': String(7 * 24 * 60 * 60 * 1000),
      'compression.type': 'uncompressed',
    },
  };
}
