import type { LeftOutParts, StudyEvent, Suspicion } from '@streakline/event-study';
import type { EventTraits } from '../selection/event-traits';

/** An event that takes part in a study. */
export interface GatheredEvent {
  readonly event: StudyEvent;
  readonly traits: EventTraits;
  /** Days and windows of it that take no part; null where all do. */
  readonly parts: LeftOutParts | null;
  /** Whatever was seen in it and not ignored. */
  readonly suspicions: readonly Suspicion[];
}

/** A selected event that takes no part, and why: one or more of its suspicions have the policy `exclude`. */
export interface LeftOutEvent {
  readonly traits: EventTraits;
  readonly suspicions: readonly Suspicion[];
}

/** What a study computes from: returns and traits of its events, cut at its position. */
export interface GatheredStudy {
  readonly position: number;
  /** By instrument, then in the order the announcements became known. */
  readonly events: readonly GatheredEvent[];
  readonly leftOut: readonly LeftOutEvent[];
}
