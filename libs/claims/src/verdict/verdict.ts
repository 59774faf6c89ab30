import type { Wording } from '@streakline/events';
import type { Session } from '@streakline/market-time';
import type { ReadingCode } from './reading';

/** What the tape says of a part of a claim. */
export const verdicts = ['supported', 'contradicted', 'uncheckable'] as const;
export type Verdict = (typeof verdicts)[number];

/** What a claim is split into, in the order in which a verdict lists them. */
export const claimParts = ['direction', 'length', 'span', 'relation', 'amount', 'record', 'level'] as const;
export type ClaimPart = (typeof claimParts)[number];

/** In what a figure is counted: a fraction (0.01 is 1%), units of a currency, sessions and the like, or announcements. */
export type Unit = 'fraction' | 'session' | 'day' | 'week' | 'month' | (string & {});

/** A figure as the source stated it; `direction` is the claim's. */
export interface Stated {
  readonly value: number;
  readonly unit: Unit;
  readonly wording: Wording;
}

/** A figure as the tape has it, counted in the claim's direction (a fall of 2% is 0.02 for "fell", -0.02 for "rose"). */
export interface FoundValue {
  readonly value: number;
  readonly unit: Unit;
}

/** All that a figure was between the low and the high of a session, where no single moment can be told. */
export interface FoundRange {
  readonly low: number;
  readonly high: number;
  readonly unit: Unit;
}
export type Found = FoundValue | FoundRange;

/** Which figures a stated one admits: from `from` to `to` (null: without limit), and in words. */
export interface Tolerance {
  readonly from: number | null;
  readonly to: number | null;
  /** Whether a figure that equals a bound is admitted. */
  readonly closed: boolean;
  readonly rule: string;
}

/** Where a figure that the claim's own place does not bear out is found after all: the usual mix-ups of the press. */
export interface Elsewhere {
  readonly as: 'low' | 'high' | 'week' | 'sessionBefore' | 'sessionAfter' | 'open' | 'otherInstrument';
  readonly session: Session;
  readonly value: number;
  /** Whose move it was, where it was another's: MIC:SYMBOL. */
  readonly instrument?: string;
}

/**
 * A part, judged. A part on which admissible readings disagree is listed once for each verdict, with the `reading` that
 * leads to it.
 */
export interface PartVerdict {
  readonly part: ClaimPart;
  readonly verdict: Verdict;
  /** Only where readings disagree: what those of this verdict have in common. */
  readonly reading?: readonly ReadingCode[];
  /** One sentence with the figures. */
  readonly why: string;
  readonly stated: Stated | null;
  readonly found: Found | null;
  readonly tolerance: Tolerance | null;
  /** Of an uncheckable part: what would have to be on record. */
  readonly missing?: string;
  readonly elsewhere?: Elsewhere;
}

/** One admissible reading of one part, and where it leads. */
export interface JudgedReading {
  readonly part: ClaimPart;
  readonly reading: readonly ReadingCode[];
  readonly verdict: Verdict;
  readonly found: Found | null;
}

/** A bar that a verdict rests on. Prices are as traded; null is "no figure". */
export interface BarEvidence {
  readonly session: Session;
  readonly close: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Of the event that delivered it. */
  readonly position: number;
}

export interface ShareCountEvidence {
  readonly countedOn: string;
  readonly shares: number;
  readonly source: string | null;
  readonly position: number;
}

export interface AnnouncementEvidence {
  readonly announcementId: string;
  /** The announcement's, or an amendment's. */
  readonly of: string;
  readonly headline: string;
  readonly baseSession: Session | null;
  readonly day0: Session | null;
  /** Its moment is a bare date. */
  readonly assumed: boolean;
}

/** What a verdict rests on: enough to do it again by hand. */
export interface Evidence {
  /** The sessions that were looked at, first to last, both with bars; null where none were. */
  readonly sessions: { readonly from: Session; readonly to: Session; readonly count: number } | null;
  /** The bars at the ends of spans, and all bars of streaks. */
  readonly closes: readonly BarEvidence[];
  readonly shareCounts: readonly ShareCountEvidence[];
  readonly announcements: readonly AnnouncementEvidence[];
  /** Of the events that delivered the bars and share counts above, ascending. */
  readonly positions: readonly number[];
  /** The rules that were applied, each in a sentence. */
  readonly rules: readonly string[];
}

/** A claim, judged: `partly` only where the verdicts of its parts differ. */
export interface ClaimVerdict {
  readonly verdict: Verdict | 'partly';
  readonly parts: readonly PartVerdict[];
  /** Of every part each reading that was tried. */
  readonly readings: readonly JudgedReading[];
  readonly evidence: Evidence;
}
