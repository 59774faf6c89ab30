import type { Pool, PoolClient } from 'pg';
import { NOTIFY_CHANNEL } from '../checkpoints/checkpoints';
import { inTransaction } from '../versions/in-transaction';

/**
 * Lets a version serve, in one transaction; false if it is not yet where the version before it is. That one is held
 * still meanwhile (its checkpoints are locked), so that no reader ever sees the position go back.
 */
export async function flipServing(
  pool: Pool,
  projection: string,
  version: number,
  replaced: number | null,
): Promise<boolean> {
  const client = await pool.connect();
  try {
    return await inTransaction(client, async () => {
      if (
        replaced !== null &&
        (await lockedPosition(client, projection, replaced)) > (await lockedPosition(client, projection, version))
      ) {
        return false;
      }
      await client.query(`UPDATE projections.serving SET version = $2 WHERE projection = $1`, [projection, version]);
      await client.query(`SELECT pg_notify($1, $2)`, [NOTIFY_CHANNEL, projection]);
      return true;
    });
  } finally {
    client.release();
  }
}

async function lockedPosition(client: PoolClient, projection: string, version: number): Promise<number> {
  const { rows } = await client.query<{ position: string }>(
    `SELECT position FROM projections.checkpoints WHERE projection = $1 AND version = $2 ORDER BY partition FOR UPDATE`,
    [projection, version],
  );
  return Math.min(...rows.map((row) => Number(row.position)));
}
