import type { AnnouncementRecord } from '@streakline/events';
import type { AnnouncementFilter } from '../announcements.reader';
import type { CutView } from '../cut-view';
import type { Search } from '../search-for';
import { patternOf } from '../words';

/** Place among reactions: sortable moment and id of the announcement, id of the instrument. */
export type RecentPlace = readonly [moment: string, announcementId: string, instrumentId: string];

export interface RecentFilter extends Omit<AnnouncementFilter, 'order'> {
  readonly relation: string | null;
}

/** An announcement, and an instrument that reacts to it. */
export interface Reacting {
  readonly moment: string;
  readonly record: AnnouncementRecord;
  readonly instrumentId: string;
}

/** Who reacts to announcements at present, newest first. */
export async function readReacting(
  { client, schema }: CutView,
  { instrumentId, kind, from, to, search, relation }: RecentFilter,
  place: RecentPlace | null,
  limit: number,
): Promise<readonly Reacting[]> {
  const parameters: unknown[] = [instrumentId, kind, from, to, relation, ...(place ?? [null, null, null]), limit];
  const { rows } = await client.query<Reacting>(
    `SELECT told.moment, told.record, reacting.instrument_id AS "instrumentId"
       FROM ${schema}.announcements AS told JOIN ${schema}.announcement_reactions AS reacting USING (announcement_id)
      WHERE reacting.place = 0 AND NOT told.retracted
        AND ($1::text IS NULL OR reacting.instrument_id = $1) AND ($2::text IS NULL OR told.kind = $2)
        AND ($3::text IS NULL OR told.moment >= $3) AND ($4::text IS NULL OR told.moment < $4)
        AND ($5::text IS NULL OR reacting.relation = $5)
        AND ($6::text IS NULL OR (told.moment, announcement_id, reacting.instrument_id) < ($6, $7, $8))
        AND ${search === null ? 'true' : rowCondition(search, parameters)}
      ORDER BY told.moment DESC, announcement_id DESC, reacting.instrument_id DESC LIMIT $9`,
    parameters,
  );
  return rows;
}

/** Every word is in the headline, or finds the instrument of the row. */
function rowCondition(search: Search, parameters: unknown[]): string {
  const conditions = search.map(({ word, instrumentIds }) => {
    const [pattern, ids] = [parameters.push(patternOf(word)), parameters.push([...instrumentIds])];
    return `(told.words LIKE $${pattern} OR reacting.instrument_id = ANY($${ids}::text[]))`;
  });
  return conditions.join(' AND ');
}
