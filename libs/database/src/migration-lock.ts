import type { Pool } from 'pg';

// Any number that nothing else in the database locks; TypeORM itself takes no lock around migrations.
const MIGRATION_LOCK = 7_326_182_514;

/** Runs `work` while no other process runs its own under the same lock. */
export async function underMigrationLock(pool: Pool, work: () => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      await work();
    } finally {
      await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    }
  } finally {
    client.release();
  }
}
