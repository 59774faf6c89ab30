import { plural } from '../../../words/numbers';
import type { ReactionRow } from '../tape/rows';

type Told = Pick<ReactionRow, 'relation' | 'streak' | 'begun'>;
type Run = NonNullable<ReactionRow['streak']>;

/** What day 0 did to the run of closes, in a few words: "extended a fall of 3 sessions to 9". */
export function relationOf({ relation, streak, begun }: Told): string {
  if (relation === null) return 'day 0 has no close yet';
  if (relation === 'none' || streak === null) return 'day 0 closed unchanged, out of no run';
  const soFar = streak.inForce ? ' so far' : '';
  if (relation === 'extended') return `extended ${runOf(streak, streak.lengthAtBase)} to ${streak.length}${soFar}`;
  if (relation === 'began') return `began ${runOf(streak, streak.length)}${soFar}`;
  const next = begun === null ? '' : `, began ${runOf(begun, begun.length)}${begun.inForce ? ' so far' : ''}`;
  return `ended ${runOf(streak, streak.lengthAtBase)}${next}`;
}

function runOf({ direction }: Run, length: number): string {
  return `a ${direction === 'falling' ? 'fall' : 'rise'} of ${plural(length, 'session')}`;
}
