import type { EventLog, PartitionRange } from '@streakline/event-log';
import { PARTITION_COUNT } from '@streakline/projections';
import { LogFeedError } from '../log-feed-error';

/** First and last offsets of a topic of events. Throws LogFeedError where there is no such topic, or of other partitions than checkpoints are kept for. */
export async function rangesOf(eventLog: EventLog, topic: string): Promise<readonly PartitionRange[]> {
  const admin = await eventLog.admin();
  try {
    const described = await admin.describeTopic(topic);
    if (described === null)
      throw new LogFeedError(
        'noTopic',
        `There is no topic ${topic}: start the relay, or create it by "streakline topics create".`,
      );
    if (described.partitions !== PARTITION_COUNT)
      throw new LogFeedError(
        'otherPartitionCount',
        `Topic ${topic} has ${described.partitions} partitions, and checkpoints are kept for ${PARTITION_COUNT}: create it anew, or name another.`,
      );
    return await admin.ranges(topic);
  } finally {
    await admin.close();
  }
}
