import type { RowOf } from '@streakline/client';
import { day } from '../../words/times';

/** An announcement, and what one instrument did on its day 0. */
export type Reacted = RowOf<'/v1/reactions'>;
type Streak = NonNullable<Reacted['streak']>;

export const KINDS = {
  earnings: 'Earnings',
  guidance: 'Guidance',
  deal: 'Deal',
  funding: 'Funding',
  leadership: 'Leadership',
  product: 'Product',
  regulatory: 'Regulatory',
  other: 'Other',
} as const satisfies Record<Reacted['announcement']['kind'], string>;

export const RELATIONS = {
  extended: 'Extended a run',
  ended: 'Ended a run',
  began: 'Began a run',
  none: 'Unchanged, no run',
} as const satisfies Record<NonNullable<Reacted['relation']>, string>;

/** "extended a fall of 3 to 9"; for people, so it says streaks by their direction. */
export function streakWords(row: Reacted): string {
  const { relation, streak, begun } = row;
  if (relation === null) return noFigures(row);
  if (streak === null) return 'unchanged, with no run in force';
  const run = noun(streak);
  if (relation === 'extended') return `extended ${run} of ${streak.lengthAtBase} to ${streak.length}${soFar(streak)}`;
  if (relation === 'began') return `began ${run} of ${streak.length}${soFar(streak)}`;
  const then = begun === null ? '' : `, began ${noun(begun)} of ${begun.length}${soFar(begun)}`;
  return `ended ${run} of ${streak.length}${then}`;
}

function noFigures({ day0, resumedOn }: Reacted): string {
  if (day0 === null) return 'outside of the calendar';
  if (resumedOn !== null) return `no trading on day 0; resumed ${day(resumedOn)}`;
  return `day 0, ${day(day0)}, has no close yet`;
}

function noun({ direction }: Streak): string {
  return direction === 'falling' ? 'a fall' : 'a rise';
}

function soFar({ inForce }: Streak): string {
  return inForce ? ' so far' : '';
}
