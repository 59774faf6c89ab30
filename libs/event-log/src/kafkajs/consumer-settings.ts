import type { ConsumerOptions } from '../event-log';

const DEFAULTS = {
  concurrency: 12,
  sessionTimeout: 10_000,
  maxBytesPerPartition: 1024 * 1024,
  commitInterval: 1_000,
};

/** Often enough that a session of some seconds survives a pause; rarely enough that an idle consumer costs next to nothing. */
const LONGEST_INTERVAL_MS = 1_000;

/** Consumer options with nothing left open. */
export type ConsumerSettings = ConsumerOptions &
  typeof DEFAULTS & { readonly heartbeatInterval: number; readonly maxWait: number };

export function withDefaults(options: ConsumerOptions): ConsumerSettings {
  const { sessionTimeout = DEFAULTS.sessionTimeout } = options;
  return {
    ...DEFAULTS,
    heartbeatInterval: Math.min(LONGEST_INTERVAL_MS, Math.floor(sessionTimeout / 7)),
    // kafkajs sends signs of life between fetches: a fetch that waits must leave time for several.
    maxWait: Math.min(LONGEST_INTERVAL_MS, Math.floor(sessionTimeout / 5)),
    ...options,
  };
}
