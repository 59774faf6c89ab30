import type { Session } from '@streakline/market-time';

export type Direction = 'falling' | 'rising';

/**
 * What changed the company's market cap between two closes, in units of the currency; null where one of the two caps is
 * unknown, the effects also where a class of its shares came or went between them. Of several classes the sums over them.
 */
export interface MarketCapSplit {
  readonly marketCapChange: number | null;
  /** N0 (P1 - P0): the old share count at the new price. */
  readonly priceEffect: number | null;
  /** P1 (N1 - N0): what the new share count added at the new price. */
  readonly shareCountEffect: number | null;
}

/** An announcement or amendment (`of`) whose day 0 lies in a run, or ended it. */
export interface RunAnnouncement {
  readonly of: string;
  readonly announcementId: string;
  readonly day0: Session;
  readonly part: 'within' | 'ended';
}

/** A maximal row of sessions whose closes all fall (or all rise) against the close before. Prose says streak from two on. */
export interface Run extends MarketCapSplit {
  readonly direction: Direction;
  /** First and last session of the run. */
  readonly start: Session;
  readonly end: Session;
  /** Sessions with a bar in it, 1 or more. */
  readonly length: number;
  /** Its last session is the tape's last: the next close may extend it. */
  readonly inForce: boolean;
  /** The session before `start` that has a bar: every figure runs from its close to the close of `end`. */
  readonly baseSession: Session;
  /** As traded. */
  readonly baseClose: number;
  readonly endClose: number;
  /** Price return, a fraction, split-adjusted and not dividend-adjusted. */
  readonly return: number;
  /** Sessions after `baseSession` and up to `end` that lack their bar. */
  readonly gaps: readonly Session[];
  /** The last earlier run of the same direction that was at least as long; null when the tape, from `tapeFrom` on, has none. */
  readonly longestSince: { readonly start: Session; readonly end: Session; readonly length: number } | null;
  readonly tapeFrom: Session;
  /** By day 0, then in the order the announcements became known. */
  readonly announcements: readonly RunAnnouncement[];
}
