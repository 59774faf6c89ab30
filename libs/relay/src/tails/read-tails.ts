import { randomUUID } from 'node:crypto';
import {
  type EventLog,
  type EventLogAdmin,
  type LogRecord,
  type PartitionRange,
  readPlace,
} from '@streakline/event-log';
import type { Log } from '@streakline/observability';
import { RelayError } from '../relay-error';
import { lowestTail, type Tails } from '../placing/place-events';

/** Records looked at from each partition's end: the last one is enough, unless somebody else wrote it. */
const LOOK_BACK = 20;
const PATIENCE_MS = 60_000;

export interface TailsOptions {
  readonly eventLog: EventLog;
  readonly admin: EventLogAdmin;
  readonly topic: string;
  readonly log: Log;
  /** How long to wait for the ends, in milliseconds; default 60,000. */
  readonly patience?: number;
}

/**
 * Where the log ends, by the log itself: whatever an earlier relay was told about its last sends, this is what came of
 * them. A partition whose records have all expired takes the place of the others; one that never had a record, and a
 * log in which nothing is left, begin at 0. So does one of which alone nothing came in time: transactions of somebody else
 * may have left nothing to read at its end, and a relay that waits for it would wait for ever.
 */
export async function readTails(options: TailsOptions): Promise<Tails> {
  const ranges = await options.admin.ranges(options.topic);
  const positions = await readLastPositions(options, ranges);
  const tails = ranges.map(({ partition, end }) => (end === 0 ? 0 : positions.get(partition)));
  const known = tails.filter((tail) => tail !== undefined);
  const lowest = known.length === 0 ? 0 : lowestTail(known);
  return tails.map((tail) => tail ?? lowest);
}

async function readLastPositions(
  { eventLog, admin, topic, log, patience = PATIENCE_MS }: TailsOptions,
  ranges: readonly PartitionRange[],
): Promise<ReadonlyMap<number, number>> {
  const positions = new Map<number, number>();
  const unread = new Map(ranges.filter(({ first, end }) => first < end).map((range) => [range.partition, range]));
  if (unread.size === 0) return positions;
  // A group of its own, so that no other relay can be given some of the partitions.
  const group = `streakline.relay.tails.${randomUUID()}`;
  let done: () => void = () => undefined;
  const allRead = new Promise<void>((resolve) => (done = resolve));
  const consumer = await eventLog.consume({
    group,
    topics: [topic],
    commitInterval: patience,
    onAssigned: async () =>
      [...unread.values()].map(({ partition, first, end }) => ({
        topic,
        partition,
        offset: Math.max(first, end - LOOK_BACK),
      })),
    eachBatch: async ({ partition, records, next }) => {
      const position = lastPosition(records);
      if (position !== undefined) positions.set(partition, position);
      if (next >= (unread.get(partition)?.end ?? Infinity)) unread.delete(partition);
      if (unread.size === 0) done();
    },
  });
  try {
    const inTime = await within(patience, Promise.race([allRead, consumer.ended]));
    if (!inTime) beginAnew(topic, [...unread.keys()], positions, log);
  } finally {
    await consumer.stop();
    // A group that nobody comes back to; brokers forget it in a week if this fails.
    await admin.deleteGroup(group).catch(() => undefined);
  }
  return positions;
}

/** What was sent before is sent again to partitions of which nothing came: at worst twice, and never not at all. */
function beginAnew(topic: string, unread: readonly number[], positions: Map<number, number>, log: Log): void {
  if (positions.size === 0) {
    throw new RelayError('tailsUnreadable', `No end of ${topic} could be read in time: are its partitions led?`);
  }
  const partitions = unread.filter((partition) => !positions.has(partition));
  for (const partition of partitions) positions.set(partition, 0);
  log.warn({ topic, unread, fromTheBeginning: partitions }, 'ends of partitions could not be read in time');
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

/** Whether the work was done before the time was over. */
async function within(ms: number, work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), ms)));
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
