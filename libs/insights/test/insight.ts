import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';

/** Puts insights into the outbox as a projector would, of instruments that only their numbers tell apart. */
export async function putInsights(pool: Pool, subjects: readonly string[]): Promise<readonly string[]> {
  const ids = subjects.map(() => randomUUID());
  await pool.query(
    `INSERT INTO insights.outbox (id, kind, subject, session, detail, revision, withdrawn, known_at, position, data)
     SELECT id, 'runBegan', subject, '2026-02-03', id::text, 1, false, '2026-02-03T21:00:00Z', 7, '{"instrument":"XNAS:ACME","currency":"USD","run":{}}'
       FROM unnest($1::uuid[], $2::text[]) AS given (id, subject)`,
    [ids, subjects],
  );
  await pool.query(`SELECT pg_notify('streakline_insights', '')`);
  return ids;
}
