import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import { APPENDED_CHANNEL } from '../sql/notify-appended';
import type { HeadSignal } from './head-signal';

const PAUSE_MS = 250;

/** Hears how far other processes have written. It reconnects for as long as it is open; the readers' poll covers gaps. */
export class Listener {
  private running: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly pool: Pool,
    private readonly signal: HeadSignal,
  ) {}

  open(): void {
    this.running ??= this.run();
  }

  async close(): Promise<void> {
    this.closed = true;
    this.disconnect?.();
    await this.running;
  }

  private disconnect: (() => void) | undefined;

  private async run(): Promise<void> {
    while (!this.closed) {
      await this.listen().catch(() => undefined);
      if (!this.closed) await wait(PAUSE_MS);
    }
  }

  /** Listens until the connection is lost or the listener closed. */
  private async listen(): Promise<void> {
    const client = await this.pool.connect();
    const lost = new Promise<void>((resolve) => {
      this.disconnect = resolve;
      client.once('end', resolve);
      client.once('error', () => resolve());
    });
    client.on('notification', ({ payload }) => this.signal.advance(Number(payload)));
    try {
      await client.query(`listen ${APPENDED_CHANNEL}`);
      // What was written while nobody listened is read now instead of at the next poll.
      this.signal.wakeAll();
      if (!this.closed) await lost;
    } finally {
      client.release(true);
    }
  }
}
