import type { AnnouncementRecord } from '@streakline/events';
import type { ReadView } from '@streakline/projections';
import { foundCondition, type Search } from './search-for';
import type { AnnouncementEventAnswer } from './announcements/announcements.answers';

/** Place among announcements: sortable moment, id. */
export type AnnouncementPlace = readonly [moment: string, id: string];

export type AnnouncementOrder = 'oldest' | 'newest';

export interface AnnouncementFilter {
  readonly instrumentId: string | null;
  readonly kind: string | null;
  /** Sortable moments, [from, to). */
  readonly from: string | null;
  readonly to: string | null;
  /** Null: whatever the words. */
  readonly search: Search | null;
  /** Which come first. */
  readonly order: AnnouncementOrder;
}

/** How an order is written in SQL. */
export const SQL_ORDERS = {
  oldest: { after: '>', direction: 'ASC' },
  newest: { after: '<', direction: 'DESC' },
} as const;

/** Announcements that stand (retracted ones left out). */
export async function readAnnouncements(
  { client, schema }: ReadView,
  filter: AnnouncementFilter,
  place: AnnouncementPlace | null,
  limit: number,
): Promise<readonly { readonly moment: string; readonly record: AnnouncementRecord }[]> {
  const { after, direction } = SQL_ORDERS[filter.order];
  const { instrumentId, kind, from, to, search } = filter;
  const parameters: unknown[] = [instrumentId, kind, from, to, ...(place ?? [null, null]), limit];
  const { rows } = await client.query<{ moment: string; record: AnnouncementRecord }>(
    `SELECT moment, record FROM ${schema}.announcements
      WHERE NOT retracted
        AND ($1::text IS NULL OR instruments @> ARRAY[$1]) AND ($2::text IS NULL OR kind = $2)
        AND ($3::text IS NULL OR moment >= $3) AND ($4::text IS NULL OR moment < $4)
        AND ($5::text IS NULL OR (moment, announcement_id) ${after} ($5, $6))
        AND ${search === null ? 'true' : foundCondition(search, 'announcements', parameters)}
      ORDER BY moment ${direction}, announcement_id ${direction} LIMIT $7`,
    parameters,
  );
  return rows;
}

/** Retracted ones too. */
export async function readAnnouncement(
  { client, schema }: ReadView,
  id: string,
): Promise<AnnouncementRecord | undefined> {
  const { rows } = await client.query<{ record: AnnouncementRecord }>(
    `SELECT record FROM ${schema}.announcements WHERE announcement_id = $1`,
    [id],
  );
  return rows[0]?.record;
}

/** An announcement's events in the order they were recorded; without a limit all of them. */
export async function readAnnouncementEvents(
  { client, schema }: ReadView,
  announcementId: string,
  { after, upTo }: { readonly after: number; readonly upTo?: number | undefined },
  limit: number | null,
): Promise<readonly AnnouncementEventAnswer[]> {
  const { rows } = await client.query<EventRow>(
    `SELECT position::float8 AS position, id, type, type_version AS "typeVersion", known_at AS "knownAt", recorded_at AS "recordedAt",
            correlation_id AS "correlationId", causation_id AS "causationId", data
       FROM ${schema}.announcement_events WHERE announcement_id = $1 AND position > $2 AND ($3::bigint IS NULL OR position <= $3) ORDER BY position LIMIT $4`,
    [announcementId, after, upTo ?? null, limit],
  );
  return rows.map((row) => ({ ...row, knownAt: row.knownAt.toISOString(), recordedAt: row.recordedAt.toISOString() }));
}

interface EventRow extends Omit<AnnouncementEventAnswer, 'knownAt' | 'recordedAt'> {
  readonly knownAt: Date;
  readonly recordedAt: Date;
}
