import type { AnnouncementRecord } from '@streakline/events';
import { refuse, type Refusal } from '@streakline/event-store';

/** Nothing is said of an announcement any more once it is retracted. */
export function retractedRefusal({ id, retraction }: AnnouncementRecord): Refusal | undefined {
  if (retraction === undefined) return undefined;
  const detail = `The announcement ${id} is retracted (${retraction.reason}) and changes no more. If it did take place, announce it again under another externalId.`;
  return refuse('conflict', 'announcementRetracted', detail);
}
