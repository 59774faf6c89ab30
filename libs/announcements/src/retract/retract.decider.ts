import { AnnouncementRetracted, type InstrumentId } from '@streakline/events';
import { type Decider, refuseFor } from '@streakline/event-store';
import type { Exchange } from '@streakline/market-time';
import { announcementFold, type AnnouncementState } from '../announcement/announcement-state';
import { unknownAnnouncement } from '../announcement/find-announcement';
import { latestInstant } from '../moment/instants';
import { exchangesIn } from '../subjects/subjects-in-force';

export interface RetractionToDecide {
  readonly announcementId: string;
  readonly reason: string;
  /** Of the instruments that the announcement concerns. */
  readonly exchanges: ReadonlyMap<InstrumentId, Exchange>;
}

export const retractDecider: Decider<AnnouncementState, RetractionToDecide> = {
  ...announcementFold,
  decide({ announcementId, reason, exchanges }, { record }) {
    if (record === null) return unknownAnnouncement(announcementId);
    if (record.retraction?.reason === reason) return [];
    if (record.retraction !== undefined) {
      const detail = `The announcement ${record.id} is retracted already, with the reason ${JSON.stringify(record.retraction.reason)}. There is nothing more to do.`;
      return refuseFor(
        'conflict',
        [{ code: 'announcementRetracted', pointer: '/reason', detail }],
        'announcementRetracted',
      );
    }
    // Known at the original's instant, as a correction is: it should never have stood.
    const { moment, subjects } = record.original;
    const knownAt = latestInstant(moment, exchangesIn(subjects, exchanges));
    return [
      AnnouncementRetracted.create(
        { announcement: { ...record, retraction: { reason } }, formerInstruments: [], reason },
        knownAt,
      ),
    ];
  },
};
