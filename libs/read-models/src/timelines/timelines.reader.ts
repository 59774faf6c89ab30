import type { TimelineEntry } from '@streakline/dossiers';
import type { ReadView } from '@streakline/projections';

/** Place in a timeline. */
export type TimelinePlace = readonly [at: number, kind: string, ref: string];

/** An instrument's timeline after a place in it, oldest first. */
export async function readTimeline(
  view: ReadView,
  instrumentId: string,
  after: TimelinePlace | null,
  limit: number,
): Promise<readonly TimelineEntry[]> {
  const { rows } = await view.client.query<{ entry: TimelineEntry }>(
    `SELECT entry FROM ${view.schema}.timeline
      WHERE instrument_id = $1 AND ($2::bigint IS NULL OR (at, kind, ref) > ($2, $3, $4))
      ORDER BY at, kind, ref LIMIT $5`,
    [instrumentId, ...(after ?? [null, null, null]), limit],
  );
  return rows.map(({ entry }) => entry);
}
