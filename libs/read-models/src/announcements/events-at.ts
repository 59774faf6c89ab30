import type { AnnouncementRecord } from '@streakline/events';
import type { AnnouncementEventAnswer } from './announcements.answers';

/**
 * What was recorded about the acts that were public: events about others are left out, and of the announcement that each
 * event carries so are the amendments.
 *
 * @param acts ids of the original and of amendments
 */
export function eventsWithin(
  events: readonly AnnouncementEventAnswer[],
  acts: ReadonlySet<string>,
): readonly AnnouncementEventAnswer[] {
  return events
    .filter((event) => acts.has(actOf(event)))
    .map((event) => ({ ...event, data: within(event.data, acts) }));
}

/** The data of every event of an announcement: what it is about is named by its type. */
interface EventData {
  readonly announcement: AnnouncementRecord;
  readonly amendmentId?: string;
  readonly measured?: string;
  readonly corrected?: string;
}

function actOf({ data }: AnnouncementEventAnswer): string {
  const { announcement, amendmentId, measured, corrected } = data as unknown as EventData;
  return amendmentId ?? measured ?? corrected ?? announcement.id;
}

function within(data: AnnouncementEventAnswer['data'], acts: ReadonlySet<string>): AnnouncementEventAnswer['data'] {
  const { announcement } = data as unknown as EventData;
  const amendments = announcement.amendments.filter(({ id }) => acts.has(id));
  return { ...data, announcement: { ...announcement, amendments } };
}
