import type { EventLog, LogRecord, RecordBatch, TopicPartition } from '../event-log';
import { EventLogError } from '../event-log-error';

/** Records of a partition from an offset up to, and without, another. */
export interface ReadRange extends TopicPartition {
  readonly from: number;
  readonly end: number;
}

/** Nothing came for so long, though there is something to come. */
const STALLED_MS = 30_000;

/**
 * Reads ranges of partitions once, each in its order, by a consumer of its own that is gone afterwards. Whatever the
 * visitor throws ends the reading and is thrown.
 */
export async function readRanges(
  eventLog: EventLog,
  group: string,
  ranges: readonly ReadRange[],
  visit: (from: TopicPartition, record: LogRecord) => Promise<void> | void,
): Promise<void> {
  const reading = new Reading(ranges.filter(({ from, end }) => from < end));
  if (reading.topics.length === 0) return;
  const consumer = await eventLog.consume({
    group,
    topics: reading.topics,
    concurrency: 1,
    onAssigned: async () => reading.starts(),
    eachBatch: (batch) => reading.take(batch, visit),
  });
  try {
    await Promise.race([reading.done, consumer.ended]);
  } finally {
    reading.stop();
    await consumer.stop();
  }
}

class Reading {
  readonly done: Promise<void>;
  readonly topics: readonly string[];
  private readonly left = new Map<string, { next: number; readonly end: number }>();
  private end: { resolve: () => void; reject: (error: unknown) => void } | undefined;
  private readonly watchdog: NodeJS.Timeout;

  constructor(private readonly ranges: readonly ReadRange[]) {
    this.topics = [...new Set(ranges.map(({ topic }) => topic))];
    for (const { topic, partition, from, end } of ranges) this.left.set(`${topic}/${partition}`, { next: from, end });
    this.done = new Promise((resolve, reject) => (this.end = { resolve, reject }));
    this.done.catch(() => undefined);
    this.watchdog = setTimeout(() => this.end?.reject(this.stalled()), STALLED_MS);
  }

  starts(): readonly (TopicPartition & { readonly offset: number })[] {
    return this.ranges.map(({ topic, partition, from }) => ({ topic, partition, offset: from }));
  }

  /** Never throws: the log would have the batch tried again, and what the visitor did would be done twice. */
  async take(
    { topic, partition, records, next }: RecordBatch,
    visit: (from: TopicPartition, record: LogRecord) => Promise<void> | void,
  ): Promise<void> {
    const place = `${topic}/${partition}`;
    const range = this.left.get(place);
    if (range === undefined) return;
    this.watchdog.refresh();
    try {
      for (const record of records) {
        if (record.offset >= range.next && record.offset < range.end) await visit({ topic, partition }, record);
        range.next = Math.max(range.next, record.offset + 1);
      }
      // The end of somebody's transaction takes an offset, and may be all that is left.
      range.next = Math.max(range.next, next);
    } catch (error) {
      this.end?.reject(error);
    }
    if (range.next >= range.end) this.left.delete(place);
    if (this.left.size === 0) this.end?.resolve();
  }

  stop(): void {
    clearTimeout(this.watchdog);
  }

  private stalled(): EventLogError {
    const places = [...this.left].map(([place, { next, end }]) => `${place} at ${next} of ${end}`).join(', ');
    return new EventLogError('timedOut', `Kafka: nothing more came within ${STALLED_MS / 1000} s of ${places}.`);
  }
}
