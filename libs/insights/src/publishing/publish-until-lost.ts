import type { SessionLock } from '@streakline/database';
import { ensureTopics, type EventLog, type EventLogProducer, type TopicSettings } from '@streakline/event-log';
import type { Pool } from 'pg';
import { INSIGHTS_CHANNEL } from '../outbox/outbox-migrations';
import { publishedFrom, type StoredInsight } from '../outbox/stored-insight';
import { countUnsent, markSent, pruneOutbox, readUnsent } from '../outbox/unsent';
import { Alarm } from './alarm';
import { insightRecord } from './insight-record';

export interface Turn {
  readonly pool: Pool;
  readonly eventLog: EventLog;
  readonly topic: TopicSettings;
  readonly lock: SessionLock;
  /** How long to sleep without being woken, in milliseconds. */
  readonly pollInterval: number;
  readonly stopping: AbortSignal;
  readonly onActive: () => void;
  readonly onLooked: (sent: number, pending: number) => void;
}

const MOST_AT_ONCE = 500;
const PRUNE_EVERY_MS = 60 * 60 * 1000;

/** Sends what is unsent, in order, until it is told to stop; throws when the lock is lost, or anything fails. */
export async function publishUntilLost(turn: Turn): Promise<void> {
  const { pool, eventLog, topic, lock, pollInterval, stopping } = turn;
  const producer = await eventLog.producer();
  const alarm = new Alarm();
  stopping.addEventListener('abort', alarm.ring);
  void lock.lost.then(alarm.ring);
  try {
    const partitions = await prepareTopic(eventLog, topic);
    await lock.listen(INSIGHTS_CHANNEL, alarm.ring);
    turn.onActive();
    let pruneAt = 0;
    while (!stopping.aborted) {
      if (Date.now() >= pruneAt) {
        await pruneOutbox(pool);
        pruneAt = Date.now() + PRUNE_EVERY_MS;
      }
      const unsent = await readUnsent(pool, MOST_AT_ONCE);
      await send(turn, producer, partitions, unsent);
      const isAll = unsent.length < MOST_AT_ONCE;
      turn.onLooked(unsent.length, isAll ? 0 : await countUnsent(pool));
      if (isAll) await alarm.sleep(pollInterval);
    }
  } finally {
    stopping.removeEventListener('abort', alarm.ring);
    await producer.close();
  }
}

/** Marked after the log has them: who dies in between leaves them to be sent again, under the same ids. */
async function send(
  { pool, topic, lock }: Turn,
  producer: EventLogProducer,
  partitions: number,
  unsent: readonly StoredInsight[],
): Promise<void> {
  // Another publisher may have the lock by now. What both send is told apart by its ids; what comes out of order is not.
  if (!lock.held) throw new Error(`The lock to publish to ${topic.name} was lost: its database session ended.`);
  if (unsent.length === 0) return;
  await producer.send(
    topic.name,
    unsent.map((stored) => insightRecord(publishedFrom(stored), partitions)),
  );
  await markSent(pool, unsent);
}

/** Creates the topic if it is missing, and answers how many partitions it has. */
async function prepareTopic(eventLog: EventLog, topic: TopicSettings): Promise<number> {
  const admin = await eventLog.admin();
  try {
    const [ensured] = await ensureTopics(admin, [topic]);
    return ensured?.partitions ?? topic.partitions;
  } finally {
    await admin.close();
  }
}
