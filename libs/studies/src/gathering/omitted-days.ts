import { type Happening, happeningsOf, type Known } from '@streakline/dossiers';
import type { WindowDays } from '@streakline/event-study';
import type { StudyRequest } from '../request/study-request';

/**
 * Days of an event's estimation window, relative to its day 0 (an ordinal) and ascending, that lie around the day 0 of
 * earlier announcements: what they brought is in the residuals, and makes an ordinary day look wilder than it is.
 */
export function omittedDays(
  known: Known,
  day0: number,
  { from, to }: WindowDays,
  omission: StudyRequest['omitFromEstimation'],
): readonly number[] {
  if (omission === undefined) return [];
  const kinds = omission.kinds && new Set(omission.kinds);
  const days = new Set<number>();
  for (const { act, day0Ordinal } of happeningsOf(known)) {
    if (!isEarlier(day0Ordinal, day0) || kinds?.has(act.kind) === false) continue;
    for (let day = day0Ordinal - day0 + omission.from; day <= day0Ordinal - day0 + omission.to; day++) {
      if (from <= day && day <= to) days.add(day);
    }
  }
  return [...days].sort((a, b) => a - b);
}

function isEarlier(other: Happening['day0Ordinal'], day0: number): other is number {
  return other !== null && other < day0;
}
