import type { Pool, PoolClient } from 'pg';

/** Thrown within {@link inTransaction} to leave nothing of it behind. */
export class RolledBack extends Error {
  override readonly name = 'RolledBack';
}

/** Runs `work` in one transaction; undefined, and nothing stored, where it threw {@link RolledBack}. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T | undefined> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query('BEGIN');
    const answer = await work(client);
    await client.query('COMMIT');
    return answer;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => (broken = true));
    if (error instanceof RolledBack) return undefined;
    throw error;
  } finally {
    client.release(broken);
  }
}
