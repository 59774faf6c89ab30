/** Where writers tell the subscribers of other processes how far the store is. */
export const APPENDED_CHANNEL = 'streakline_appended';

/**
 * Sent after a batch has committed, never within it: NOTIFY in the append's own transaction halves its throughput.
 * Nothing is lost with it, so that it need not wait for the disk.
 */
export function notifyAppended(position: number): string {
  return `begin; set local synchronous_commit = off; notify ${APPENDED_CHANNEL}, '${position}'; commit`;
}
