import { refuse, type Refusal } from '@streakline/event-store';

export function unknownAnnouncement(id: string): Refusal {
  return refuse(
    'notFound',
    'unknownAnnouncement',
    `No announcement on record has the id "${id}". GET /v1/announcements lists those there are.`,
  );
}
