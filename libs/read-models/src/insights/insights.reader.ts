import { STORED_COLUMNS, type StoredInsight } from '@streakline/insights';
import type { CutView, WholeCut } from '../cut-view';

export interface InsightFilter {
  readonly instrumentId: string | null;
  readonly kind: string | null;
  /** Only what became known then or later; RFC 3339. */
  readonly since: string | null;
}

/** Insights, revisions among them, the one told last first; at a cut, those told by it of what was public by it, as they stood. */
export async function readInsights(
  { client, cut }: CutView,
  { instrumentId, kind, since }: InsightFilter,
  before: number | null,
  limit: number,
): Promise<readonly StoredInsight[]> {
  const { rows } = await client.query<StoredInsight>(
    `SELECT ${STORED_COLUMNS} FROM insights.outbox
      WHERE ($1::text IS NULL OR subject = $1) AND ($2::text IS NULL OR kind = $2)
        AND ($3::timestamptz IS NULL OR known_at >= $3) AND ($4::bigint IS NULL OR outbox.seq < $4)
        AND ($5::bigint IS NULL OR outbox.position <= $5) AND ($6::timestamptz IS NULL OR known_at <= $6)
      ORDER BY outbox.seq DESC LIMIT $7`,
    [instrumentId, kind, since, before, cut?.asRecorded ?? null, publicBy(cut), limit],
  );
  return rows;
}

function publicBy(cut: WholeCut | undefined): string | null {
  return cut === undefined || cut.asOf === Infinity ? null : new Date(cut.asOf).toISOString();
}
