/** A part of a file that cannot be taken: where it stands, and why. The rest goes on. */
export interface RefusedEntry {
  /** Such as `filings.recent[17]`, or an accession number. */
  readonly where: string;
  readonly reason: string;
}
