import { AnnouncementAmended, type AnnouncementId, isAmendmentId, isAnnouncementId } from '@streakline/events';
import { type EventStore, refuse, type Refusal } from '@streakline/event-store';

/**
 * The announcement that an id belongs to: its own, or that of one of its amendments. Whether an announcement of that id
 * exists is the deciders' to find out.
 */
export async function announcementIdOf(store: EventStore, id: string): Promise<AnnouncementId | Refusal> {
  if (isAnnouncementId(id)) return id;
  if (!isAmendmentId(id)) return unknownAnnouncement(id);
  const amended = (await store.readByKey(id)).find((event) => AnnouncementAmended.is(event));
  return amended !== undefined && AnnouncementAmended.is(amended)
    ? amended.data.announcement.id
    : unknownAnnouncement(id);
}

export function unknownAnnouncement(id: string): Refusal {
  const detail = `No announcement or amendment has the id ${JSON.stringify(id)}. Ids are ann_ or amd_ and 32 hex digits, as POST answered them.`;
  return refuse('notFound', 'unknownAnnouncement', detail);
}
