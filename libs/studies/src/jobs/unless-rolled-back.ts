import { inTransaction } from '@streakline/database';
import type { Pool, PoolClient } from 'pg';

/** Thrown within {@link unlessRolledBack} to leave nothing of it behind. */
export class RolledBack extends Error {
  override readonly name = 'RolledBack';
}

/** Runs `work` in one transaction; undefined, and nothing stored, where it threw {@link RolledBack}. */
export async function unlessRolledBack<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
): Promise<T | undefined> {
  try {
    return await inTransaction(pool, work);
  } catch (error) {
    if (error instanceof RolledBack) return undefined;
    throw error;
  }
}
