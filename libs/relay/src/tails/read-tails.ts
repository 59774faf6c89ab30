import { randomUUID } from 'node:crypto';
import {
  type EventLog,
  type EventLogAdmin,
  type LogRecord,
  type PartitionRange,
  readPlace,
} from '@streakline/event-log';
import { RelayError } from '../relay-error';
import { lowestTail, type Tails } from '../placing/place-events';

/** Records looked at from each partition's end: the last one is enough, unless somebody else wrote it. */
const LOOK_BACK = 20;
const PATIENCE_MS = 60_000;

/**
 * Where the log ends, by the log itself: whatever an earlier relay was told about its last sends, this is what came of
 * them. A partition whose records have all expired takes the place of the others; one that never had a record, and a
 * log in which nothing is left, begin at 0.
 */
export async function readTails(log: EventLog, admin: EventLogAdmin, topic: string): Promise<Tails> {
  const ranges = await admin.ranges(topic);
  const positions = await readLastPositions(log, admin, topic, ranges);
  const tails = ranges.map(({ partition, end }) => (end === 0 ? 0 : positions.get(partition)));
  const known = tails.filter((tail) => tail !== undefined);
  const lowest = known.length === 0 ? 0 : lowestTail(known);
  return tails.map((tail) => tail ?? lowest);
}

async function readLastPositions(
  log: EventLog,
  admin: EventLogAdmin,
  topic: string,
  ranges: readonly PartitionRange[],
): Promise<ReadonlyMap<number, number>> {
  const positions = new Map<number, number>();
  const unread = new Map(ranges.filter(({ first, end }) => first < end).map((range) => [range.partition, range]));
  if (unread.size === 0) return positions;
  // A group of its own, so that no other relay can be given some of the partitions.
  const group = `streakline.relay.tails.${randomUUID()}`;
  let done: () => void = () => undefined;
  const allRead = new Promise<void>((resolve) => (done = resolve));
  const consumer = await log.consume({
    group,
    topics: [topic],
    commitInterval: PATIENCE_MS,
    onAssigned: async () =>
      [...unread.values()].map(({ partition, first, end }) => ({
        topic,
        partition,
        offset: Math.max(first, end - LOOK_BACK),
      })),
    eachBatch: async ({ partition, records }) => {
      const position = lastPosition(records);
      if (position !== undefined) positions.set(partition, position);
      const last = records.at(-1)?.offset ?? -1;
      if (last + 1 >= (unread.get(partition)?.end ?? Infinity)) unread.delete(partition);
      if (unread.size === 0) done();
    },
  });
  try {
    await within(Promise.race([allRead, consumer.ended]), topic);
  } finally {
    await consumer.stop();
    // A group that nobody comes back to; brokers forget it in a week if this fails.
    await admin.deleteGroup(group).catch(() => undefined);
  }
  return positions;
}

/** The last position among records, passing over what is none of ours. */
function lastPosition(records: readonly LogRecord[]): number | undefined {
  for (const record of [...records].reverse()) {
    try {
      return readPlace(record).position;
    } catch {
      // written by somebody else: projectors park it, and it says nothing of how far a relay came
    }
  }
  return undefined;
}

async function within(work: Promise<void>, topic: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new RelayError(
      'tailsUnreadable',
      `The ends of ${topic} could not be read within ${PATIENCE_MS / 1000} s: are all its partitions led?`,
    );
    timer = setTimeout(() => reject(error), PATIENCE_MS);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
