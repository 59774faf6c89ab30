import { setTimeout as wait } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';

/** The right to do what only one process may do at a time, for as long as one database session lives. */
export interface SessionLock {
  /** False from the moment its loss was noticed. */
  readonly held: boolean;
  /** Resolves when it is lost; never after release(). */
  readonly lost: Promise<void>;
  /** Calls `wake` at every notification on a channel, over the same session: who is not the one needs not to wake. */
  listen(channel: string, wake: () => void): Promise<void>;
  release(): Promise<void>;
}

/** A connection whose other end is gone without a word is noticed by a question without an answer. */
const PROBE_EVERY_MS = 2_000;
const PROBE_PATIENCE_MS = 3_000;
/** A holder that is frozen asks nothing any more: PostgreSQL then ends its session, and with it the lock. */
const IDLE_TIMEOUT_MS = 15_000;

const KEY = `hashtextextended('streakline:' || $1, 0)`;

/**
 * Takes the lock of a name if nobody holds it. Asked for again and again by those who wait: a statement that waits in
 * PostgreSQL would hold back its vacuum for as long as the other holds the lock. Keeps a connection of the pool while
 * the lock is held.
 */
export async function trySessionLock(pool: Pool, name: string): Promise<SessionLock | undefined> {
  const client = await pool.connect();
  let locked = false;
  try {
    const { rows } = await client.query<{ locked: boolean }>(`SELECT pg_try_advisory_lock(${KEY}) AS locked`, [name]);
    locked = rows[0]?.locked === true;
    if (locked) await client.query(`SET idle_session_timeout = ${IDLE_TIMEOUT_MS}`);
  } catch (error) {
    client.release(true);
    throw error;
  }
  if (locked) return new LockedSession(client, name);
  client.release();
  return undefined;
}

class LockedSession implements SessionLock {
  readonly lost: Promise<void>;
  private state: 'held' | 'lost' | 'released' = 'held';
  private noteLoss: () => void = () => undefined;
  private readonly probing = new AbortController();

  constructor(
    private readonly client: PoolClient,
    private readonly name: string,
  ) {
    this.lost = new Promise((resolve) => (this.noteLoss = resolve));
    client.once('end', this.lose);
    client.on('error', this.lose);
    void this.probe();
  }

  get held(): boolean {
    return this.state === 'held';
  }

  async listen(channel: string, wake: () => void): Promise<void> {
    this.client.on('notification', (notification) => {
      if (notification.channel === channel) wake();
    });
    await this.client.query(`LISTEN ${this.client.escapeIdentifier(channel)}`);
  }

  async release(): Promise<void> {
    const { state, client } = this;
    this.state = 'released';
    this.probing.abort();
    client.removeListener('end', this.lose);
    if (state === 'held') await this.unlock();
    client.removeListener('error', this.lose);
    client.removeAllListeners('notification');
    client.release(true);
  }

  /** The session ends with the lock, whatever becomes of the statement: one that is not answered is not waited for. */
  private async unlock(): Promise<void> {
    const patience = new AbortController();
    const unlocked = this.client.query(`SELECT pg_advisory_unlock(${KEY})`, [this.name]).catch(() => undefined);
    // Rejects only when it is cut short.
    const late = wait(PROBE_PATIENCE_MS, undefined, { signal: patience.signal }).catch(() => undefined);
    await Promise.race([unlocked, late]);
    patience.abort();
  }

  private readonly lose = (): void => {
    if (this.state !== 'held') return;
    this.state = 'lost';
    this.probing.abort();
    this.noteLoss();
  };

  private async probe(): Promise<void> {
    const { signal } = this.probing;
    while (!signal.aborted) {
      // Rejects only when it is cut short.
      await wait(PROBE_EVERY_MS, undefined, { signal }).catch(() => undefined);
      if (!this.held) return;
      const overdue = setTimeout(this.lose, PROBE_PATIENCE_MS);
      await this.client.query('SELECT 1').catch(this.lose);
      clearTimeout(overdue);
    }
  }
}
