import {
  Amend,
  amendBody,
  Announce,
  announceBody,
  Correct,
  correctBody,
  Measure,
  measureBody,
  Retract,
  retractBody,
} from '@streakline/announcements';
import {
  RecordDelisting,
  recordDelistingBody,
  RecordDistribution,
  recordDistributionBody,
  RecordHalt,
  recordHaltBody,
  RecordObservations,
  recordObservationsBody,
  ScheduleAnnouncement,
  scheduleAnnouncementBody,
} from '@streakline/instruments';
import { RecordBars, recordBarsBody } from '@streakline/market-data';
import { inboundType, type InboundType, type Subject } from './inbound-type';

const announcement: Subject = { parameter: 'id', what: 'the id of the announcement' };
const announcementOrAmendment: Subject = { parameter: 'id', what: 'the id of the announcement or amendment' };
const instrument: Subject = { parameter: 'ref', what: 'the instrument, by its id or as MIC:SYMBOL, such as XNAS:AMZN' };

/** What the topic of inbound announcements takes. */
export const announcementTypes: readonly InboundType[] = [
  inboundType('streakline.announce.v1', null, announceBody, (_, body, context) => new Announce(body, context)),
  inboundType('streakline.amend.v1', announcement, amendBody, (id, body, context) => new Amend(id, body, context)),
  inboundType(
    'streakline.measure.v1',
    announcementOrAmendment,
    measureBody,
    (id, body, context) => new Measure(id, body, context),
  ),
  inboundType(
    'streakline.correct.v1',
    announcementOrAmendment,
    correctBody,
    (id, body, context) => new Correct(id, body, context),
  ),
  inboundType(
    'streakline.retract.v1',
    announcement,
    retractBody,
    (id, body, context) => new Retract(id, body, context),
  ),
];

/** What the topic of inbound prices takes: bars, and what else happens to an instrument's trading. */
export const priceTypes: readonly InboundType[] = [
  inboundType(
    'streakline.record-bars.v1',
    instrument,
    recordBarsBody,
    (ref, body, context) => new RecordBars(ref, body, context),
  ),
  inboundType(
    'streakline.record-halt.v1',
    instrument,
    recordHaltBody,
    (ref, body, context) => new RecordHalt(ref, body, context),
  ),
  inboundType(
    'streakline.record-delisting.v1',
    instrument,
    recordDelistingBody,
    (ref, body, context) => new RecordDelisting(ref, body, context),
  ),
  inboundType(
    'streakline.record-distribution.v1',
    instrument,
    recordDistributionBody,
    (ref, body, context) => new RecordDistribution(ref, body, context),
  ),
  inboundType(
    'streakline.schedule-announcement.v1',
    instrument,
    scheduleAnnouncementBody,
    (ref, body, context) => new ScheduleAnnouncement(ref, body, context),
  ),
  inboundType(
    'streakline.record-observations.v1',
    instrument,
    recordObservationsBody,
    (ref, body, context) => new RecordObservations(ref, body, context),
  ),
];
