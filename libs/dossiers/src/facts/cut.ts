/**
 * A question asked at a past moment. `asOf` (epoch milliseconds) leaves out what the world learnt later;
 * `asRecorded` (a position) leaves out what this system stored later. Both absent: all that is on record.
 */
export interface Cut {
  readonly asOf?: number;
  readonly asRecorded?: number;
}
