import type { Pool } from 'pg';
import { notifyAppended } from '../sql/notify-appended';

/** Tells other processes how far the store is; while one message is under way, later positions wait and become one. */
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
    }
    this.running = undefined;
  }
}
