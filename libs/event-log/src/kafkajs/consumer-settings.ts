import type { ConsumerOptions } from '../event-log';

const DEFAULTS = {
  concurrency: 12,
  sessionTimeout: 10_000,
  heartbeatInterval: 300,
  maxBytesPerPartition: 1024 * 1024,
  maxWait: 500,
  commitInterval: 1_000,
};

/** Consumer options with nothing left open. */
export type ConsumerSettings = ConsumerOptions & typeof DEFAULTS;

export function withDefaults(options: ConsumerOptions): ConsumerSettings {
  return { ...DEFAULTS, ...options };
}
