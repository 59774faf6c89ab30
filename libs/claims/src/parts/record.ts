import type { Claim } from '@streakline/events';
import type { Stage } from '../stage/stage';
import type { Finding } from '../verdict/finding';
import { recordMove } from '../records/record-move';
import { recordPrice } from '../records/record-price';
import { recordStreak } from '../records/record-streak';

/** Whether there was nothing like it from the stated date on. */
export function recordOf(stage: Stage, claim: Claim): readonly Finding[] {
  const { record } = claim;
  if (record === undefined) return [];
  switch (record.of) {
    case 'longestStreak':
      return [recordStreak(stage, claim, record.since)];
    case 'largestMove':
    case 'largestMarketCapChange':
      return recordMove(stage, claim, record.of, record.since);
    default:
      return recordPrice(stage, claim, record.of, record.since);
  }
}
