import {
  AnnouncementAmended,
  AnnouncementCorrected,
  type AnnouncementId,
  AnnouncementMade,
  AnnouncementMeasured,
  type AnnouncementRecord,
  AnnouncementRetracted,
  type Moment,
  type Proposal,
} from '@streakline/events';
import type { EventStore } from '@streakline/event-store';

const TYPES = [
  AnnouncementMade,
  AnnouncementAmended,
  AnnouncementMeasured,
  AnnouncementCorrected,
  AnnouncementRetracted,
].map(({ name }) => name);
const A_DAY = 86_400_000;

/** The announcements on record that a proposal may tell: of its issuer and kind, and of its day or one beside it. */
export async function announcementsLike(
  store: EventStore,
  { kind, moment, subjects }: Proposal['terms'],
): Promise<AnnouncementId[]> {
  const issuer = subjects.find((subject) => 'instrumentId' in subject);
  if (issuer === undefined) return [];
  const records = new Map<AnnouncementId, AnnouncementRecord>();
  for await (const batch of store.readRaw({ types: TYPES, keys: [issuer.instrumentId] })) {
    for (const { json } of batch) {
      // Each carries the whole announcement: the newest says how it stands.
      const { announcement } = JSON.parse(json) as { readonly announcement: AnnouncementRecord };
      records.set(announcement.id, announcement);
    }
  }
  return [...records.values()]
    .filter(({ retraction, original }) => retraction === undefined && original.kind === kind)
    .filter(({ original }) => Math.abs(dayOf(original.moment) - dayOf(moment)) <= A_DAY)
    .map(({ id }) => id);
}

function dayOf(moment: Moment): number {
  return Date.parse('at' in moment ? moment.at.slice(0, 10) : moment.on);
}
