import type { announcementKinds } from '@streakline/events';

/** What an announcement is about, in the catalogue's words. */
export type AnnouncementKind = (typeof announcementKinds)[number];
