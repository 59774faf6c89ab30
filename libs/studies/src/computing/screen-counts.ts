import { screenNames, type UnfitEvent } from '@streakline/event-study';
import type { GatheredStudy } from '../gathering/gathered-study';
import type { ScreenCount } from './study-answer';

/** By screen, in the order of their names; those that saw nothing are left out. */
export function screenCounts({ events, leftOut }: GatheredStudy, unfit: readonly UnfitEvent[]): readonly ScreenCount[] {
  const counts = new Map(
    screenNames.map((screen) => [screen as ScreenCount['screen'], { excluded: 0, inPart: 0, warned: 0 }]),
  );
  for (const { suspicions } of [...leftOut, ...events]) {
    for (const { screen, policy, windows } of suspicions) {
      const count = counts.get(screen);
      if (count === undefined) continue;
      if (policy === 'warn') count.warned++;
      else if (windows === null) count.excluded++;
      else count.inPart++;
    }
  }
  counts.set('unfit', { excluded: unfit.length, inPart: 0, warned: 0 });
  return [...counts]
    .filter(([, { excluded, inPart, warned }]) => excluded + inPart + warned > 0)
    .map(([screen, count]) => ({ screen, ...count }));
}
