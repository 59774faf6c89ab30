/** The stream of an announcement, its amendments, corrections and retraction. */
export function announcementStream(announcementId: string): string {
  return `announcement-${announcementId}`;
}
