import { refuse, type Refusal } from '@streakline/event-store';
import type { WholeCut } from './cut-view';

/** No such announcement; or none that was on record, and public, at the cut. */
export function unknownAnnouncement(id: string, cut?: WholeCut): Refusal {
  const detail =
    cut === undefined
      ? `No announcement on record has the id "${id}". GET /v1/announcements lists those there are.`
      : `No announcement with the id "${id}" was on record and public at the moment asked for (position ${cut.asRecorded}). GET /v1/announcements of the same moment lists those there were.`;
  return refuse('notFound', 'unknownAnnouncement', detail);
}
