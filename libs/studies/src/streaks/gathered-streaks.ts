import type { StreakPart } from '@streakline/dossiers';
import type { StreakTape } from '@streakline/streak-statistics';
import type { EventTraits } from '../selection/event-traits';

/** Why a selected reaction takes no part in a streak study. */
export const streakScreens = [
  /** Only the date is known, so day 0 is a guess. */
  'assumedDay0',
  /** Day 0 lies beyond the calendar of the instrument's exchange. */
  'outsideCalendar',
  /** A halt, or the end of the tape. */
  'noBarOnDay0',
  /** The tape begins on day 0: nothing is in force before it. */
  'noBase',
  /** Another announcement of the study, known earlier, has the same instrument and day 0. */
  'sameDay0',
] as const;
export type StreakScreen = (typeof streakScreens)[number];

/** A selected reaction, and its part in the instrument's runs; null where it is left out. */
export interface StreakEvent {
  readonly traits: EventTraits;
  readonly leftOut: StreakScreen | null;
  readonly part: StreakPart | null;
}

/** What a streak study computes from, cut at its position. */
export interface GatheredStreaks {
  readonly position: number;
  /** Of the instruments with a selected reaction. */
  readonly tapes: readonly StreakTape[];
  /** By instrument, then in the order the announcements became known. */
  readonly events: readonly StreakEvent[];
}
