import type { Reaction } from '@streakline/dossiers';
import type { ReadView } from '@streakline/projections';

/** Place among an announcement's reactions: the original's come first, then each amendment's, within them by instrument. */
export type ReactionPlace = readonly [place: number, instrumentId: string];

/** Undefined where no such announcement is on record. */
export async function readReactions(
  { client, schema }: ReadView,
  announcementId: string,
  after: ReactionPlace | null,
  limit: number,
): Promise<readonly Reaction[] | undefined> {
  const { rows } = await client.query<{ reaction: Reaction }>(
    `SELECT reaction FROM ${schema}.announcement_reactions
      WHERE announcement_id = $1 AND ($2::int IS NULL OR (place, instrument_id) > ($2, $3))
      ORDER BY place, instrument_id LIMIT $4`,
    [announcementId, ...(after ?? [null, null]), limit],
  );
  if (rows.length > 0) return rows.map(({ reaction }) => reaction);
  const { rowCount } = await client.query(`SELECT 1 FROM ${schema}.announcements WHERE announcement_id = $1`, [
    announcementId,
  ]);
  return rowCount === 0 ? undefined : [];
}
