import type { Moment, Source } from '@streakline/events';
import type { FilingClock, ClockEvidence } from '../times/filing-clock';
import type { TimeCertainty } from '../times/filing-time';
import type { AnnouncementKind } from '../items/kinds';
import type { RefusedEntry } from '../refused-entry';

/** An announcement that a filing of Form 8-K makes. */
export interface PlannedAnnouncement {
  readonly accession: string;
  readonly form: string;
  readonly filedOn: string;
  readonly kind: AnnouncementKind;
  /** The form and all its items, by title and number. */
  readonly headline: string;
  /** The earliest public source's. */
  readonly moment: Moment;
  /** How sure the moment is. */
  readonly certainty: TimeCertainty;
  /** The earliest first. */
  readonly sources: readonly Source[];
}

/** A filing of Form 8-K/A, beside the one that it amends. */
export interface PlannedAmendment extends PlannedAnnouncement {
  readonly amends: string;
}

/** A count of shares on a filing's cover. */
export interface PlannedCount {
  readonly accession: string;
  readonly form: string;
  readonly countedOn: string;
  readonly shares: number;
  readonly shareClass?: string;
  /** The ticker that the cover gives the class. */
  readonly symbol?: string;
  /** The instant at which the filing was public, or else its date. */
  readonly filed: { readonly filedAt: string } | { readonly filedOn: string };
}

/** What the files of one issuer come to. */
export interface EdgarPlan {
  readonly announcements: readonly PlannedAnnouncement[];
  readonly amendments: readonly PlannedAmendment[];
  readonly counts: readonly PlannedCount[];
  readonly refused: readonly RefusedEntry[];
  /** What a reader should know before trusting it. */
  readonly notes: readonly string[];
  /** Filings of other forms, by form. */
  readonly otherForms: Readonly<Record<string, number>>;
  /** Of announcements and amendments: how sure their moments are. */
  readonly times: Readonly<Record<TimeCertainty, number>>;
  /** How many have contradicting sources on their time. */
  readonly conflicts: number;
  readonly evidence: ClockEvidence;
}

export interface PlanOptions {
  /** Only announcements of these kinds; all, if undefined. */
  readonly kinds?: readonly AnnouncementKind[] | undefined;
  /** What the submissions file's times are, where somebody knows. */
  readonly clock?: FilingClock | undefined;
}
