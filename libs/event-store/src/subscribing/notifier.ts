import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import { notifyAppended } from '../sql/notify-appended';

/** While many batches commit, a message for each would cost more than it saves: the first goes at once, others wait so long. */
const GAP_MS = 5;

/** Tells other processes how far the store is; positions reached while one waits or is under way become one message. */
export class Notifier {
  private next = 0;
  private running: Promise<void> | undefined;

  constructor(private readonly pool: Pool) {}

  tell(position: number): void {
    this.next = Math.max(this.next, position);
    this.running ??= this.run();
  }

  async drain(): Promise<void> {
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.next > 0) {
      const position = this.next;
      this.next = 0;
      // A lost message costs its readers one poll, and the append has long succeeded.
      await this.pool.query(notifyAppended(position)).catch(() => undefined);
      await wait(GAP_MS);
    }
    this.running = undefined;
  }
}
