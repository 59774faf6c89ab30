import type { RefusedEntry } from '@streakline/edgar';

/** What became of the announcements, amendments or counts of an issuer. */
export interface Tally {
  /** Recorded now. */
  recorded: number;
  /** On record already. */
  before: number;
  /** On record with a time that was less sure, or later, than what is known now. */
  corrected: number;
}

/** What recording came to, as it goes on. */
export interface Outcome {
  readonly announcements: Tally;
  readonly amendments: Tally;
  readonly shareCounts: Tally;
  readonly refused: RefusedEntry[];
  readonly notes: string[];
  /** Of the newest event. */
  position: number;
}

export function emptyOutcome(): Outcome {
  const tally = (): Tally => ({ recorded: 0, before: 0, corrected: 0 });
  return {
    announcements: tally(),
    amendments: tally(),
    shareCounts: tally(),
    refused: [],
    notes: [],
    position: 0,
  };
}
