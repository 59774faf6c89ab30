import { AnnouncementMade, type AnnouncementRecord, AnnouncementRetracted, idOf } from '@streakline/events';
import { exchange } from '@streakline/market-time';
import { given } from '@streakline/testing';
import { retractDecider } from './retract.decider';

const announcementId = idOf('ann', ['deal']);
const amazonId = idOf('ins', ['amazon']);
const record: AnnouncementRecord = {
  id: announcementId,
  original: {
    kind: 'deal',
    headline: 'A deal',
    moment: { on: '2026-02-05' },
    subjects: [{ instrumentId: amazonId, role: 'issuer' }],
    amounts: [],
    sources: [],
    relations: [],
  },
  amendments: [],
};
const made = AnnouncementMade.create({ announcement: record, formerInstruments: [] });
const retract = (reason: string) => ({ announcementId, reason, exchanges: new Map([[amazonId, exchange('XNAS')]]) });
const retracted = AnnouncementRetracted.create(
  { announcement: { ...record, retraction: { reason: 'a hoax' } }, formerInstruments: [], reason: 'a hoax' },
  Date.parse('2026-02-06T05:00:00Z') - 1,
);

describe('retracting an announcement', () => {
  it('marks it, known at the instant of what should never have stood', () => {
    given(retractDecider, made).when(retract('a hoax')).thenSays(retracted);
  });

  it('again was said before; for another reason it is a conflict', () => {
    given(retractDecider, made, retracted).when(retract('a hoax')).thenSaidBefore();
    given(retractDecider, made, retracted)
      .when(retract('a duplicate'))
      .thenRefused('conflict', 'announcementRetracted', '/reason');
  });

  it('needs an announcement on record', () => {
    given(retractDecider).when(retract('a hoax')).thenRefused('notFound', 'unknownAnnouncement');
  });
});
