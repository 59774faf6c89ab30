import { STORED_COLUMNS, type StoredInsight } from '@streakline/insights';
import type { ReadView } from '@streakline/projections';

export interface InsightFilter {
  readonly instrumentId: string | null;
  readonly kind: string | null;
  /** Only what became known then or later; RFC 3339. */
  readonly since: string | null;
}

/** Insights, revisions among them, the one told last first. */
export async function readInsights(
  { client }: ReadView,
  { instrumentId, kind, since }: InsightFilter,
  before: number | null,
  limit: number,
): Promise<readonly StoredInsight[]> {
  const { rows } = await client.query<StoredInsight>(
    `SELECT ${STORED_COLUMNS} FROM insights.outbox
      WHERE ($1::text IS NULL OR subject = $1) AND ($2::text IS NULL OR kind = $2)
        AND ($3::timestamptz IS NULL OR known_at >= $3) AND ($4::bigint IS NULL OR outbox.seq < $4)
      ORDER BY outbox.seq DESC LIMIT $5`,
    [instrumentId, kind, since, before, limit],
  );
  return rows;
}
