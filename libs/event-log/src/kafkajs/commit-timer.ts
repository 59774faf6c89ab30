import type { Consumer } from 'kafkajs';
import type { Log } from '@streakline/observability';
import type { TopicPartition } from '../event-log';

/** Commits how far a consumer has come, some time after it came there: one request for what many batches did. */
export class CommitTimer {
  private readonly pending = new Map<string, TopicPartition & { readonly offset: string }>();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly consumer: Consumer,
    private readonly interval: number,
    private readonly log: Log,
  ) {}

  note({ topic, partition }: TopicPartition, next: number): void {
    if (this.stopped) return;
    this.pending.set(`${topic}/${partition}`, { topic, partition, offset: String(next) });
    this.timer ??= setTimeout(() => void this.flush(), this.interval);
  }

  /** Drops what was not committed: the partitions may be another's by now. */
  forget(): void {
    this.pending.clear();
  }

  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const offsets = [...this.pending.values()];
    this.pending.clear();
    if (offsets.length === 0) return;
    try {
      await this.consumer.commitOffsets(offsets);
    } catch (err) {
      // A hint that is missing costs its reader some records that it has seen before.
      this.log.debug({ err }, 'offsets were not committed');
    }
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }
}
