import type { Pool, PoolClient } from 'pg';
import { appendBatch, type BatchAnswer } from '../sql/append-batch';
import { outcomesOf, type BatchOutcome } from './batch-outcome';
import { patiently } from './patiently';
import type { PreparedAppend } from './prepared-append';

/** The connection that appends travel on, one batch after the other. It is kept, since it holds the prepared call. */
export class AppendLane {
  private client: PoolClient | undefined;

  constructor(private readonly pool: Pool) {}

  /**
   * Stores a batch. After a lost connection nobody knows whether it was stored, so that it is sent again with all of
   * its ids looked up: the ids were drawn before, and what is stored is not stored twice.
   */
  store(appends: readonly PreparedAppend[]): Promise<readonly BatchOutcome[]> {
    return patiently((isAgain) => this.send(appends, isAgain));
  }

  close(): void {
    this.client?.release();
    this.client = undefined;
  }

  private async send(appends: readonly PreparedAppend[], isAgain: boolean): Promise<readonly BatchOutcome[]> {
    if (isAgain) this.discardClient();
    this.client ??= await this.pool.connect();
    const { rows } = await this.client.query<BatchAnswer>(appendBatch(appends, isAgain));
    if (rows[0] === undefined) throw new Error('append_batch answered nothing');
    return outcomesOf(appends, rows[0]);
  }

  private discardClient(): void {
    this.client?.release(true);
    this.client = undefined;
  }
}
