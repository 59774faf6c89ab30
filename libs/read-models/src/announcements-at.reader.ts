import { type AnnouncementRecord, instrumentsConcerned } from '@streakline/events';
import type { CutView } from './cut-view';
import { publicParts } from './announcement-at';
import { foundCondition, isFound } from './search-for';
import { wordsOf } from './words';
import { type AnnouncementFilter, type AnnouncementPlace, SQL_ORDERS } from './announcements.reader';

interface Standing {
  readonly moment: string;
  readonly record: AnnouncementRecord;
  /** All of it was public by the cut, whatever the exchange. */
  readonly whole: boolean;
}

/**
 * Announcements that stood at the view's cut (retracted ones left out). Most rows hold what stood then; of
 * announcements told of since, the last event before the cut does; and what is not certain to have been public is looked
 * at one by one.
 */
export async function readAnnouncementsAt(
  view: CutView,
  filter: AnnouncementFilter,
  after: AnnouncementPlace | null,
  limit: number,
): Promise<readonly { readonly moment: string; readonly record: AnnouncementRecord }[]> {
  const found: { readonly moment: string; readonly record: AnnouncementRecord }[] = [];
  for (let place = after; ;) {
    const standing = await readStanding(view, filter, place, limit);
    found.push(...(await publicOnes(view, filter, standing)));
    const last = standing.at(-1);
    if (standing.length < limit || found.length >= limit || last === undefined) return found.slice(0, limit);
    place = [last.moment, last.record.id];
  }
}

async function publicOnes(view: CutView, filter: AnnouncementFilter, standing: readonly Standing[]) {
  const uncertain = standing.filter(({ whole }) => !whole).map(({ record }) => record);
  const parts = await publicParts(view, uncertain);
  const partOf = new Map(uncertain.map((record, i) => [record.id, parts[i]?.record]));
  return standing.flatMap(({ moment, record, whole }) => {
    if (whole) return [{ moment, record }];
    const part = partOf.get(record.id);
    return part !== undefined && isWanted(part, filter) ? [{ moment, record: part }] : [];
  });
}

/** Whether what was public of a record concerns whom it was found by: an amendment may have added them. */
function isWanted(record: AnnouncementRecord, { instrumentId, search }: AnnouncementFilter): boolean {
  const concerned: readonly string[] = instrumentsConcerned(record);
  if (instrumentId !== null && !concerned.includes(instrumentId)) return false;
  return search === null || isFound(search, wordsOf(record.original.headline), concerned);
}

/** $1 position, $2 instant; $3 to $6 the filter; $7, $8 the place; $9 the limit; from $10 on the search. */
async function readStanding(
  { client, schema, cut }: CutView,
  filter: AnnouncementFilter,
  place: AnnouncementPlace | null,
  limit: number,
): Promise<readonly Standing[]> {
  const asOf = cut === undefined || cut.asOf === Infinity ? Number.MAX_SAFE_INTEGER : cut.asOf;
  const { after, direction } = SQL_ORDERS[filter.order];
  const parameters: unknown[] = [
    ...[cut?.asRecorded, asOf, filter.instrumentId, filter.kind, filter.from, filter.to],
    ...[...(place ?? [null, null]), limit],
  ];
  const isFoundThen = filter.search === null ? 'true' : foundCondition(filter.search, 'stood', parameters);
  const stood = `${STOOD} AND ($7::text IS NULL OR (stood.moment, announcement_id) ${after} ($7, $8)) AND ${isFoundThen}`;
  const { rows } = await client.query<Standing>(
    `(SELECT announcement_id, moment, public_by <= $2 AS whole, record
        FROM ${schema}.announcements AS stood WHERE position <= $1 AND ${stood}
       ORDER BY moment ${direction}, announcement_id ${direction} LIMIT $9)
      UNION ALL
     (SELECT announcement_id, stood.moment, stood.public_by <= $2, stood.data->'announcement'
        FROM ${schema}.announcements AS told JOIN LATERAL (
          SELECT * FROM ${schema}.announcement_events AS event
           WHERE event.announcement_id = told.announcement_id AND event.position <= $1
           ORDER BY event.position DESC LIMIT 1
        ) AS stood USING (announcement_id)
       WHERE told.position > $1 AND told.first_position <= $1 AND ${stood}
       ORDER BY stood.moment ${direction}, announcement_id ${direction} LIMIT $9)
      ORDER BY moment ${direction}, announcement_id ${direction} LIMIT $9`,
    parameters,
  );
  return rows;
}

const STOOD = `NOT stood.retracted AND stood.public_from <= $2
  AND ($3::text IS NULL OR stood.instruments @> ARRAY[$3]) AND ($4::text IS NULL OR stood.kind = $4)
  AND ($5::text IS NULL OR stood.moment >= $5) AND ($6::text IS NULL OR stood.moment < $6)`;
