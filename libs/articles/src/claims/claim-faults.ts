import type { ArticleClaim, Claim } from '@streakline/events';
import type { Fault } from '@streakline/event-store';

/** Why a claim written by hand can be judged by nobody: it says nothing of a tape, or refers to a claim that is none. */
export function claimFaults(claim: Omit<Claim, 'id'>, id: string, others: readonly ArticleClaim[]): readonly Fault[] {
  const { direction, length, change, level, record, span } = claim;
  const says = length ?? change ?? level ?? record ?? (direction && span);
  const faults: Fault[] = [];
  if (says === undefined) {
    const detail =
      'It says nothing of the tape: give a length, a change, a level or a record, or a direction with a span.';
    faults.push({ code: 'claimEmpty', pointer: '', detail });
  }
  if (length !== undefined && direction === undefined) {
    const detail = 'A streak goes up or down: say which.';
    faults.push({ code: 'directionMissing', pointer: '/direction', detail });
  }
  if (span?.is === 'streakOf') {
    const streak = others.find((other) => other.claim.id === span.claimId && other.state !== 'withdrawn');
    if (span.claimId === id || streak?.claim.length === undefined) {
      const detail = `${JSON.stringify(span.claimId)} is no other claim of this article that tells a streak.`;
      faults.push({ code: 'unknownClaim', pointer: '/span/claimId', detail });
    }
  }
  return faults;
}
