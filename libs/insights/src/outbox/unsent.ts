import type { Pool } from 'pg';
import { STORED_COLUMNS, type StoredInsight } from './stored-insight';

/** As long as the topic keeps them. */
const KEPT = `interval '30 days'`;

/**
 * The unsent insights in the order of the telling, up to a number. Locking the rows makes them durable before they are
 * seen outside: a projector commits without waiting for the disk, and this transaction's commit does wait, for all
 * that came before it. So no insight is ever sent that a crash of PostgreSQL could then undo.
 */
export async function readUnsent(pool: Pool, limit: number): Promise<readonly StoredInsight[]> {
  const { rows } = await pool.query<StoredInsight>(
    `SELECT ${STORED_COLUMNS} FROM insights.outbox WHERE sent_at IS NULL ORDER BY outbox.seq LIMIT $1 FOR UPDATE`,
    [limit],
  );
  return rows;
}

export async function countUnsent(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM insights.outbox WHERE sent_at IS NULL',
  );
  return rows[0]?.count ?? 0;
}

export async function markSent(pool: Pool, insights: readonly StoredInsight[]): Promise<void> {
  await pool.query('UPDATE insights.outbox SET sent_at = clock_timestamp() WHERE seq = ANY($1::bigint[])', [
    insights.map(({ seq }) => seq),
  ]);
}

/**
 * Removes what was sent 30 days ago, and what in 30 days nobody was there to send: the topic would have forgotten it
 * too, and nobody wants a year of old insights from the first relay that is ever started.
 */
export async function pruneOutbox(pool: Pool): Promise<void> {
  await pool.query(`DELETE FROM insights.outbox WHERE coalesce(sent_at, recorded_at) < clock_timestamp() - ${KEPT}`);
}
