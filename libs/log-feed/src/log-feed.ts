import type { StartFeed } from '@streakline/projections';
import { RunningFeed } from './feeding/running-feed';
import type { LogFeedOptions } from './log-feed-options';

/**
 * Feeds versions of projections from the log, sharing its partitions with the other processes of the group. What the
 * log does not have is read from the store: a lost topic, an expired segment or a zombie relay costs time, never events.
 *
 * @example
 * new Projector({ pool, store, projection, startFeed: logFeed({ eventLog, topic: topics.events.name, onUnreadable, log }) });
 */
export function logFeed(options: LogFeedOptions): StartFeed {
  return async (feedOptions) => {
    const feed = new RunningFeed(options, feedOptions);
    const positions = await feed.start();
    return { positions, ended: feed.ended, stop: () => feed.stop() };
  };
}
