import { type AnnouncementRecord, instrumentsConcerned } from '@streakline/events';
import { fromDay, toDay } from '@streakline/market-time';
import type { ReadView } from '@streakline/projections';
import type { StudySelection } from './study-selection';

// Day 0 follows a moment within the longest closure of an exchange, well under a month, and is not before its date (two
// days more, because a moment is in UTC and day 0 in the exchange's own zone).
const DAYS_TO_DAY_ZERO = 31;
const DAYS_OF_ZONES = 2;

/**
 * The instruments that may have a reaction in a selection (its refs resolved) as announcements stood at a position; in
 * order of their ids. There may be more than the selection says, never fewer: what their facts say decides.
 */
export async function candidateInstruments(
  view: ReadView,
  selection: StudySelection,
  position: number,
): Promise<readonly string[]> {
  const ids = new Set(await ofUnchanged(view, selection, position));
  for (const id of await ofChangedSince(view, position)) ids.add(id);
  const { instruments } = selection;
  if (instruments === undefined) return [...ids].sort();
  return [...new Set(instruments)].filter((id) => ids.has(id)).sort();
}

async function ofUnchanged(
  { client, schema }: ReadView,
  { kinds, announcements, instruments, from, to, includeAmendments }: StudySelection,
  position: number,
): Promise<readonly string[]> {
  // An amendment may come years after its announcement.
  const earliest = from === undefined || includeAmendments ? null : fromDay(toDay(from) - DAYS_TO_DAY_ZERO);
  const latest = to === undefined ? null : fromDay(toDay(to) + DAYS_OF_ZONES);
  const { rows } = await client.query<{ id: string }>(
    `SELECT DISTINCT unnest(instruments) AS id FROM ${schema}.announcements
      WHERE NOT retracted
        AND ($1::text[] IS NULL OR kind = ANY($1)) AND ($2::text[] IS NULL OR announcement_id = ANY($2))
        AND ($3::text[] IS NULL OR instruments && $3)
        AND ($4::text IS NULL OR moment >= $4) AND ($5::text IS NULL OR moment < $5)
        AND announcement_id NOT IN (SELECT announcement_id FROM ${schema}.announcement_events WHERE position > $6)`,
    [kinds ?? null, announcements ?? null, instruments ?? null, earliest, latest, position],
  );
  return rows.map(({ id }) => id);
}

/** Of announcements that were changed after the position: as they stood there. */
async function ofChangedSince({ client, schema }: ReadView, position: number): Promise<readonly string[]> {
  const { rows } = await client.query<{ record: AnnouncementRecord }>(
    `SELECT DISTINCT ON (announcement_id) data -> 'announcement' AS record FROM ${schema}.announcement_events
      WHERE position <= $1
        AND announcement_id IN (SELECT announcement_id FROM ${schema}.announcement_events WHERE position > $1)
      ORDER BY announcement_id, position DESC`,
    [position],
  );
  return rows.flatMap(({ record }) => instrumentsConcerned(record));
}
