import { percent } from '../../../words/numbers';
import type { Point } from '../tape/points';
import type { StreakRow } from '../tape/rows';

/** Where day 0 of an announcement cuts a streak. */
export interface Cut {
  /** The place of day 0. */
  readonly day0: number;
  /** Its sessions before day 0, and those from it on. */
  readonly before: number;
  readonly after: number;
}

/** A streak as the chart shades it, from its base close to its last close. */
export interface Band {
  readonly key: string;
  readonly direction: 'falling' | 'rising';
  /** Places of the base session and of the last one. */
  readonly from: number;
  readonly to: number;
  readonly length: number;
  /** "9 ▼", "−18.18%". */
  readonly label: readonly [string, string];
  readonly cuts: readonly Cut[];
}

/** The bands of those streaks that lie on the points as a whole, oldest first. */
export function bandsOf(
  streaks: readonly StreakRow[],
  points: readonly Point[],
  places: ReadonlyMap<string, number>,
): readonly Band[] {
  return streaks.flatMap((streak) => {
    const [from, to] = [places.get(streak.baseSession), places.get(streak.end)];
    if (from === undefined || to === undefined) return [];
    const { direction, length, announcements } = streak;
    const days = new Set(announcements.flatMap(({ part, day0 }) => (part === 'within' ? [places.get(day0)] : [])));
    return [
      {
        key: `${streak.start}${direction}`,
        ...{ direction, from, to, length },
        label: [`${length} ${direction === 'falling' ? '▼' : '▲'}`, percent(streak.return)] as const,
        cuts: [...days].flatMap((day0) => (day0 === undefined ? [] : [cutAt(day0, from, length, points)])),
      },
    ];
  });
}

function cutAt(day0: number, from: number, length: number, points: readonly Point[]): Cut {
  let before = 0;
  for (let place = from + 1; place < day0; place++) if (points[place]!.bar !== null) before++;
  return { day0, before, after: length - before };
}
