import type { Pool, PoolClient } from 'pg';
import { NOTIFY_CHANNEL } from '../checkpoints/checkpoints';

// Covers a notification that got lost, and a database that let go of the listener.
const LOOK_AGAIN_MS = 50;

/**
 * Wakes readers when a projector, of this process or another, has committed. It listens only while somebody waits, over
 * one connection for all of them, so there is nothing to close.
 */
export class WakeUps {
  private readonly sleepers = new Set<() => void>();
  private waiting = 0;
  private listener: Promise<PoolClient | undefined> | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly projection: string,
  ) {}

  /** Listens for as long as `work` runs. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.waiting += 1;
    this.listener ??= this.listen().catch(() => undefined);
    try {
      await this.listener;
      return await work();
    } finally {
      this.waiting -= 1;
      if (this.waiting === 0) await this.letGo();
    }
  }

  /** Resolves with the next commit, or after a while. To be called before looking, so that no commit falls between. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.sleepers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, LOOK_AGAIN_MS);
      this.sleepers.add(wake);
    });
  }

  private async listen(): Promise<PoolClient> {
    const client = await this.pool.connect();
    client.on('notification', this.onNotification);
    client.on('error', this.onError);
    await client.query(`LISTEN ${NOTIFY_CHANNEL}`);
    return client;
  }

  private readonly onNotification = ({ payload }: { payload?: string | undefined }): void => {
    if (payload === this.projection) for (const wake of [...this.sleepers]) wake();
  };

  // The pool throws a broken client away by itself; until then the clock wakes those who wait.
  private readonly onError = (): void => undefined;

  private async letGo(): Promise<void> {
    const client = await this.listener;
    this.listener = undefined;
    if (!client) return;
    const broken = await client.query(`UNLISTEN ${NOTIFY_CHANNEL}`).then(
      () => false,
      () => true,
    );
    client.off('notification', this.onNotification);
    client.off('error', this.onError);
    client.release(broken);
  }
}
