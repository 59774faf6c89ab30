import type { Pool, PoolClient } from 'pg';

/** Thrown where another process is rebuilding the same projection. */
export class RebuildRunningError extends Error {
  constructor(projection: string) {
    super(
      `Projection "${projection}": another process is rebuilding it; wait until "projections status" shows it live.`,
    );
    this.name = 'RebuildRunningError';
  }
}

const LOCK = `hashtextextended('streakline:rebuild:' || $1, 0)`;

/**
 * Runs `work` as the only rebuilder of a projection. The lock belongs to the connection, so that PostgreSQL itself
 * lets go of it when the process dies.
 */
export async function withRebuildLock<T>(
  pool: Pool,
  projection: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  const noteLoss = () => (broken = true);
  client.on('error', noteLoss);
  try {
    const { rows } = await client.query<{ locked: boolean }>(`SELECT pg_try_advisory_lock(${LOCK}) AS locked`, [
      projection,
    ]);
    if (rows[0]?.locked !== true) throw new RebuildRunningError(projection);
    try {
      return await work(client);
    } finally {
      await client.query(`SELECT pg_advisory_unlock(${LOCK})`, [projection]).catch(() => (broken = true));
    }
  } finally {
    // Only this one: without the others, the loss of this connection in somebody else's hands would end the process.
    client.removeListener('error', noteLoss);
    client.release(broken);
  }
}
