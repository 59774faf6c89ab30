/** Announcements' write side: announce, amend, correct, retract. */
export { AnnouncementsModule } from './announcements.module';
export { announcementStream } from './announcement/streams';
export { Announce, type AnnounceBody } from './announce/announce.command';
export { Amend, type AmendBody } from './amend/amend.command';
export { Correct, type CorrectBody } from './correct/correct.command';
export { Retract, type RetractBody } from './retract/retract.command';
