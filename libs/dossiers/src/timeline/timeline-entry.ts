import type { AnnouncementRecord } from '@streakline/events';
import type { Session, Timing } from '@streakline/market-time';
import type { DelistingReason, DistributionKind, KnownDistribution } from '../known/known';
import type { Direction } from '../runs/run';

/** `at` (epoch milliseconds) is when it became public; `ref` names the entry among those of its kind, for good. */
interface Entry<Kind extends string> {
  readonly kind: Kind;
  readonly at: number;
  /**
   * The session it belongs to: day 0, the ex-date, the last session, the first session of a streak, the first that a share
   * count holds for, the one in which trading stops or resumes (or the next), that of an announcement to come; null where
   * the calendar does not reach, or what was to come was called off.
   */
  readonly session: Session | null;
  readonly ref: string;
}

interface ActEntry<Kind extends string> extends Entry<Kind> {
  readonly announcementId: string;
  readonly announcementKind: AnnouncementRecord['original']['kind'];
  readonly headline: string;
  readonly timing: Timing;
  readonly assumed: boolean;
}

/** What happened to an instrument, in the order in which it became known. */
export type TimelineEntry =
  | (Entry<'renamed'> & { readonly symbol: string; readonly mic: string; readonly from: string })
  | ActEntry<'announcement'>
  | ActEntry<'amendment'>
  | (Entry<'split'> & { readonly exDate: string; readonly from: number; readonly to: number })
  | (Entry<'dividend'> & { readonly exDate: string; readonly amount: number })
  | (Entry<'shareCount'> & {
      readonly countedOn: string;
      readonly shares: number;
      /** Null: the instrument's own. */
      readonly shareClass: string | null;
    })
  | (Entry<'distribution'> & {
      readonly exDate: string;
      readonly distribution: DistributionKind;
      readonly value: number;
      readonly received: KnownDistribution['received'];
    })
  /** Trading stopped; `to` (epoch milliseconds) once it is known that it resumed, which has an entry of its own. */
  | (Entry<'halted'> & { readonly to: number | null; readonly reason: string | null })
  | (Entry<'resumed'> & { readonly from: number; readonly reason: string | null })
  | (Entry<'delisted'> & {
      readonly lastSession: Session;
      readonly reason: DelistingReason;
      readonly cashPerShare: number | null;
    })
  /** The newest word on when an announcement is to come; `moment` null: it was called off. */
  | (Entry<'scheduled'> & {
      readonly announcementKind: AnnouncementRecord['original']['kind'];
      readonly period: string | null;
      readonly moment: AnnouncementRecord['original']['moment'] | null;
      readonly source: string | null;
    })
  /** A run of two or more, placed at the close of its first session. */
  | (Entry<'streak'> & {
      readonly direction: Direction;
      readonly end: Session;
      readonly length: number;
      readonly inForce: boolean;
      readonly return: number;
      readonly marketCapChange: number | null;
    });
