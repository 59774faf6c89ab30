import type { AppendResult } from '../event-store';
import { takeBatch, type PendingAppend } from './batch';
import type { BatchOutcome } from './batch-outcome';
import type { PreparedAppend } from './prepared-append';

export interface BatcherOptions {
  /** Stores a batch as one transaction. */
  readonly store: (appends: readonly PreparedAppend[]) => Promise<readonly BatchOutcome[]>;
  /** Looks up what an append means of which ids are stored already. */
  readonly resolveKnown: (append: PreparedAppend) => Promise<AppendResult>;
  /** Told after each commit how far the store is. */
  readonly onAppended: (position: number) => void;
}

/**
 * Puts concurrent appends into one transaction: while a batch is under way, the next gathers. Durable writes cost the
 * disk's latency once a batch instead of once an append.
 */
export class Batcher {
  private readonly queue: PendingAppend[] = [];
  private running: Promise<void> | undefined;

  constructor(private readonly options: BatcherOptions) {}

  append(append: PreparedAppend): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      this.queue.push({ append, resolve, reject });
      this.running ??= this.run();
    });
  }

  /** Resolves when nothing is under way any more. */
  async drain(): Promise<void> {
    await this.running;
  }

  private async run(): Promise<void> {
    do {
      // What this turn of the event loop brings joins the batch, above all the next appends of those just answered.
      await new Promise((resolve) => setImmediate(resolve));
      await this.send(takeBatch(this.queue));
    } while (this.queue.length > 0);
    this.running = undefined;
  }

  private async send(batch: readonly PendingAppend[]): Promise<void> {
    try {
      this.settle(batch, await this.options.store(batch.map(({ append }) => append)));
    } catch (error) {
      // Something in the batch is more than the checks foresaw; alone, it fails alone.
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const pending of batch) await this.send([pending]);
    }
  }

  private settle(batch: readonly PendingAppend[], outcomes: readonly BatchOutcome[]): void {
    let head = 0;
    batch.forEach((pending, index) => {
      const outcome = outcomes[index];
      if (outcome === undefined || outcome === 'known')
        return void this.options.resolveKnown(pending.append).then(pending.resolve, pending.reject);
      if (outcome.outcome === 'appended') head = Math.max(head, outcome.events.at(-1)?.position ?? 0);
      pending.resolve(outcome);
    });
    if (head > 0) this.options.onAppended(head);
  }
}
