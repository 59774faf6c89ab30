import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PoolClient } from 'pg';

const HOLD_MS = 20;
const SILENCE_MS = 3_000;

/**
 * Lets a long fold live: other work of the process gets its turn (signs of life to a consumer group among it), and
 * PostgreSQL hears now and then from a transaction that would else look like a frozen process's.
 */
export class Breath {
  private last = performance.now();
  private heard = this.last;

  constructor(private readonly client: PoolClient) {}

  /** Cheap to call often. */
  async take(): Promise<void> {
    const now = performance.now();
    if (now - this.last < HOLD_MS) return;
    if (now - this.heard > SILENCE_MS) {
      this.heard = now;
      await this.client.query('SELECT 1');
    } else {
      await nextTurn();
    }
    this.last = performance.now();
  }
}
