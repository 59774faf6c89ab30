/** Announcements' write side: announce, amend, measure, correct, retract. */
export { AnnouncementsModule } from './announcements.module';
export { announcementStream } from './announcement/streams';
export { Announce, announceBody, type AnnounceBody } from './announce/announce.command';
export { Amend, amendBody, type AmendBody } from './amend/amend.command';
export { Measure, measureBody, type MeasureBody } from './measure/measure.command';
export { Correct, correctBody, type CorrectBody } from './correct/correct.command';
export { Retract, retractBody, type RetractBody } from './retract/retract.command';
