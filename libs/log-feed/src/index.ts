/** Feeds projections from Kafka instead of the store's own feed: same partitions, same checkpoints, same rows. */
export { logFeed } from './log-feed';
export type { LogFeedOptions, OnUnreadable } from './log-feed-options';
