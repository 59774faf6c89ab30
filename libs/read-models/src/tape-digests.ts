import type { Run } from '@streakline/dossiers';
import { KeptDigests } from './kept-digests';
import {
  inForceOf,
  type InstrumentBrief,
  instrumentBriefOf,
  marketBenchmarksOf,
  type ReactionBrief,
  reactionsDigestOf,
} from './tape-digest';
import { Tapes } from './tapes';

const MOST_BYTES_OF_REACTIONS = 64 * 1024 * 1024;
const MOST_BYTES_OF_RUNS = 32 * 1024 * 1024;

/** Of the tapes that digests are made from, which are not asked for again soon. */
const MOST_BYTES_OF_TAPES = 16 * 1024 * 1024;

/** A run in force (null: none), and whose it is. */
export interface InForceDigest {
  readonly instrument: InstrumentBrief;
  readonly run: Run | null;
}

/**
 * What lists over many instruments tell of each tape. A tape takes some milliseconds to unpack, and a page of a list may
 * need another one for each of its rows: so of each what it came to is kept, for all of its reactions at once.
 */
export class TapeDigests {
  private readonly tapes = new Tapes(MOST_BYTES_OF_TAPES);

  /** Of each instrument its reactions to originals, by the announcement's id. */
  readonly reactions = new KeptDigests<ReadonlyMap<string, ReactionBrief>>(this.tapes, {
    make: reactionsDigestOf,
    comparedWith: marketBenchmarksOf,
    // A reaction has some thirty fields.
    bytesOf: (reactions) => 500 + reactions.size * 1_200,
    mostBytes: MOST_BYTES_OF_REACTIONS,
  });

  readonly inForce = new KeptDigests<InForceDigest>(this.tapes, {
    make: (known) => ({ instrument: instrumentBriefOf(known, null), run: inForceOf(known) }),
    comparedWith: () => [],
    bytesOf: () => 2_000,
    mostBytes: MOST_BYTES_OF_RUNS,
  });
}
