import { type AnnouncementRecord, instrumentsConcerned } from '@streakline/events';
import type { CutView, WholeCut } from './cut-view';
import { identitiesAt } from './identity-at';
import { type AnnouncementThen, publicPartOf } from './known-acts';

/** An announcement as it stood at the view's cut; undefined where it was not on record then, or not public. */
export async function announcementAt(view: CutView, id: string): Promise<AnnouncementThen | undefined> {
  const { rows } = await view.client.query<{ record: AnnouncementRecord }>(
    `SELECT data->'announcement' AS record FROM ${view.schema}.announcement_events
      WHERE announcement_id = $1 AND position <= $2 ORDER BY position DESC LIMIT 1`,
    [id, view.cut?.asRecorded],
  );
  const [then] = await publicParts(
    view,
    rows.map(({ record }) => record),
  );
  return then;
}

/** Of each record, stored by the view's cut, what was public by it. */
export async function publicParts(
  view: CutView,
  records: readonly AnnouncementRecord[],
): Promise<readonly (AnnouncementThen | undefined)[]> {
  const cut: Pick<WholeCut, 'asOf'> = view.cut ?? { asOf: Infinity };
  const identities =
    cut.asOf === Infinity ? new Map() : await identitiesAt(view, records.flatMap(instrumentsConcerned));
  return records.map((record) => publicPartOf(record, cut, identities));
}
