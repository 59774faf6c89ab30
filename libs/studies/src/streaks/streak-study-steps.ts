import { refuse, type Refusal } from '@streakline/event-store';
import type { Stepwise } from '@streakline/event-study';
import { runStreakStudy, StreakStatisticsError, type StreakStudyResult } from '@streakline/streak-statistics';
import { type GatheredStreaks, type StreakScreen, streakScreens } from './gathered-streaks';
import type { StreakStudyRequest } from './streak-study-request';

/** What a streak study answers. */
export interface StreakStudyAnswer extends StreakStudyResult {
  readonly position: number;
  /** Reactions that the selection selected, and how many of them each screen left out. */
  readonly selected: number;
  readonly leftOut: Readonly<Record<StreakScreen, number>>;
}

/** Computes a streak study in steps; what cannot be computed is a refusal. */
export function* streakStudySteps(
  { tapes, events, position }: GatheredStreaks,
  { selection: _, asOf: __, ...options }: StreakStudyRequest,
): Stepwise<StreakStudyAnswer | Refusal> {
  const counted = streakScreens.map((screen) => [screen, events.filter(({ leftOut }) => leftOut === screen).length]);
  const leftOut = Object.fromEntries(counted) as Record<StreakScreen, number>;
  try {
    return { position, selected: events.length, leftOut, ...(yield* runStreakStudy(tapes, options)) };
  } catch (error) {
    if (!(error instanceof StreakStatisticsError)) throw error;
    const why = streakScreens.filter((screen) => leftOut[screen] > 0).map((screen) => `${leftOut[screen]} ${screen}`);
    const detail = why.length === 0 ? error.message : `${error.message} Left out: ${why.join(', ')}.`;
    return refuse('invalid', error.code, detail, [{ pointer: '/selection', detail }]);
  }
}
