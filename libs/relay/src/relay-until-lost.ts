import type { SessionLock } from '@streakline/database';
import { ensureTopics, type EventLogAdmin } from '@streakline/event-log';
import { PARTITION_COUNT } from '@streakline/projections';
import { aborted } from './pause';
import { lowestTail, type Tails, tailsAt } from './placing/place-events';
import { RelayError } from './relay-error';
import type { RelayOptions } from './relay-options';
import { Sender } from './sender';
import { readTails } from './tails/read-tails';

interface Turn {
  /** The topic was made anew: what its ends say is not the whole. */
  readonly anew: boolean;
  readonly stopping: AbortSignal;
  readonly onActive: (position: number) => void;
  readonly onSent: (records: number, position: number) => void;
}

const DEFAULT_WATERMARK_INTERVAL = 10;
/** Under load: each request costs the broker about as much as a thousand small records. */
const MOST_EVENTS_AT_A_TIME = 4_000;

/** Relays from where the log ends until it is told to stop; throws when the lock is lost, or anything fails. */
export async function relayUntilLost(options: RelayOptions, lock: SessionLock, turn: Turn): Promise<void> {
  const { store, eventLog, topic } = options;
  const producer = await eventLog.producer();
  try {
    const tails = await findTails(options, turn.anew);
    const sender: Sender = new Sender({
      producer,
      lock,
      tails,
      topic: topic.name,
      watermarkInterval: options.watermarkInterval ?? DEFAULT_WATERMARK_INTERVAL,
      onSent: (records) => turn.onSent(records, sender.position),
    });
    turn.onActive(lowestTail(tails));
    const subscription = store.subscribe({
      after: lowestTail(tails),
      maxBatch: MOST_EVENTS_AT_A_TIME,
      handle: (events) => sender.relay(events),
    });
    const lost = lock.lost.then(() => {
      throw new RelayError('lockLost', `The lock to relay to ${topic.name} was lost: its database session ended.`);
    });
    try {
      await Promise.race([subscription.ended, sender.failed, lost, aborted(turn.stopping)]);
    } finally {
      await subscription.stop();
      await sender.close();
    }
  } finally {
    await producer.close();
  }
}

async function findTails(options: RelayOptions, anew: boolean): Promise<Tails> {
  const { eventLog, topic } = options;
  const admin = await eventLog.admin();
  try {
    await prepareTopic(admin, options);
    const tails = anew ? tailsAt(0) : await readTails({ eventLog, admin, topic: topic.name, log: options.log });
    await checkAgainstStore(options, tails);
    return tails;
  } finally {
    await admin.close();
  }
}

async function prepareTopic(admin: EventLogAdmin, { topic, log }: RelayOptions): Promise<void> {
  const [ensured] = await ensureTopics(admin, [topic]);
  const found = await admin.describeTopic(topic.name);
  if (found?.partitions !== PARTITION_COUNT) {
    throw new RelayError(
      'otherPartitionCount',
      `Topic ${topic.name} has ${found?.partitions ?? 'no'} partitions, and checkpoints are kept for ${PARTITION_COUNT}: create it anew, or name another.`,
    );
  }
  if (ensured?.outcome === 'different')
    log.warn({ differences: ensured.differences }, `topic ${topic.name} is not set as wanted`);
}

async function checkAgainstStore({ store, topic }: RelayOptions, tails: Tails): Promise<void> {
  const [last, head] = [Math.max(...tails), await store.head()];
  if (last <= head) return;
  throw new RelayError(
    'logAheadOfStore',
    `Topic ${topic.name} has come to position ${last} and the store only to ${head}: it belongs to another store, or this one was restored from a backup. Name another topic, or delete this one.`,
  );
}
