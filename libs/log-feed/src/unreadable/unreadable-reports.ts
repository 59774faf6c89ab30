import { setTimeout as wait } from 'node:timers/promises';
import { type BatchControl, type LogRecord, rawHeadersOf, type TopicPartition } from '@streakline/event-log';
import type { Log } from '@streakline/observability';
import type { OnUnreadable } from '../log-feed-options';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;
/** More that could not be put aside are not held: then reading waits. */
const MOST_PENDING = 1_000;

/**
 * Tells of records that are none of ours, each until it was heard: a bad record stops nothing, and is not lost where it
 * cannot be put aside at once. As long as one of a partition is untold, the partition's offset hint stays before it.
 * Those of a partition are told of in their order, one at a time.
 */
export class UnreadableReports {
  private readonly stopping = new AbortController();
  private readonly pending = new Map<number, number>();
  /** By partition: when all that was added to it so far is told. */
  private readonly telling = new Map<number, Promise<void>>();

  constructor(
    private readonly onUnreadable: OnUnreadable,
    private readonly log: Log,
  ) {}

  add(record: LogRecord, origin: TopicPartition, reason: string): void {
    const { partition } = origin;
    this.log.warn({ ...origin, offset: record.offset, reason }, 'a record is none of ours and is passed over');
    this.pending.set(partition, (this.pending.get(partition) ?? 0) + 1);
    const kept = copyOf(record);
    const before = this.telling.get(partition) ?? Promise.resolve();
    const told = before.then(() => this.tell(kept, origin, reason));
    this.telling.set(partition, told);
  }

  /** Whether a record of the partition is not told of yet. */
  isPending(partition: number): boolean {
    return (this.pending.get(partition) ?? 0) > 0;
  }

  /** Waits, as long as the batch in hand counts, while too many are untold. */
  async room(control: Pick<BatchControl, 'isStale'>): Promise<void> {
    const isOver = () => this.stopping.signal.aborted || control.isStale();
    while (this.untold() > MOST_PENDING && !isOver()) await this.pause(FIRST_PAUSE_MS);
  }

  /** What is untold then is read, and told of, again by whoever has the partition next. */
  stop(): void {
    this.stopping.abort();
  }

  private async tell(record: LogRecord, origin: TopicPartition, reason: string): Promise<void> {
    for (let pause = FIRST_PAUSE_MS; !this.stopping.signal.aborted; pause = Math.min(LONGEST_PAUSE_MS, pause * 2)) {
      try {
        await this.onUnreadable(record, origin, reason);
        this.pending.set(origin.partition, (this.pending.get(origin.partition) ?? 1) - 1);
        return;
      } catch (err) {
        this.log.warn({ err, ...origin, offset: record.offset }, 'an unreadable record could not be put aside yet');
      }
      await this.pause(pause);
    }
  }

  private untold(): number {
    return [...this.pending.values()].reduce((sum, count) => sum + count, 0);
  }

  private async pause(ms: number): Promise<void> {
    // Cut short by stop().
    await wait(ms, undefined, { signal: this.stopping.signal, ref: false }).catch(() => undefined);
  }
}

/** A record as it is read holds on to all the bytes that came with it, which are mebibytes: not while it waits. */
function copyOf(record: LogRecord): LogRecord {
  const { offset, timestamp, headers, key, value } = record;
  const raw = rawHeadersOf(record).map(([name, bytes]) => [name, copyOfBytes(bytes)] as const);
  return { offset, timestamp, headers, key: copyOfBytes(key), value: copyOfBytes(value), rawHeaders: () => raw };
}

function copyOfBytes(bytes: Buffer | null): Buffer | null {
  return bytes === null ? null : Buffer.from(bytes);
}
