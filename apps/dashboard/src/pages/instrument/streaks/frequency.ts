import { plural, whole } from '../../../words/numbers';
import type { StreakRow } from '../tape/rows';

type Streak = Pick<StreakRow, 'direction' | 'length'>;

const SESSIONS_A_YEAR = 252;

/**
 * How often a streak at least as long came on the tape: "A fall of 9 sessions or more came once in 293 sessions, about 1.2
 * years." Of a tape that is shorter than a year the sessions alone.
 *
 * @param streaks all on the tape that are at least as long, others too
 * @param sessions of the tape that have a close before them
 */
export function frequencyOf({ direction, length }: Streak, streaks: readonly Streak[], sessions: number): string {
  const times = streaks.filter((streak) => streak.direction === direction && streak.length >= length).length;
  const word = direction === 'falling' ? 'fall' : 'rise';
  const often = times === 1 ? 'once' : `${whole(times)} times`;
  const years = sessions / SESSIONS_A_YEAR;
  const about = years < 0.95 ? '' : `, about ${years.toFixed(1)} years`;
  return `A ${word} of ${plural(length, 'session')} or more came ${often} in ${plural(sessions, 'session')}${about}.`;
}
