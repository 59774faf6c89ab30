import { plural } from '../../../words/numbers';
import type { ReactionRun } from '../answers';

/** "fall" or "rise". */
export function kindOfRun({ direction }: Pick<ReactionRun, 'direction'>): 'fall' | 'rise' {
  return direction === 'falling' ? 'fall' : 'rise';
}

/** "a fall of 3 sessions". */
export function runOf(run: Pick<ReactionRun, 'direction'>, sessions: number): string {
  return `a ${kindOfRun(run)} of ${plural(sessions, 'session')}`;
}

/** The run of day 0 on: the one it kept going or began, or the one it began by ending another. Null: none. */
export function runFromDay0<R extends { readonly lengthFromDay0: number }>(reaction: {
  readonly streak: R | null;
  readonly begun: R | null;
}): R | null {
  if (reaction.begun !== null) return reaction.begun;
  return reaction.streak !== null && reaction.streak.lengthFromDay0 > 0 ? reaction.streak : null;
}

/** Returns compound: what a run returned up to the base close. */
export function returnBefore(run: Pick<ReactionRun, 'return' | 'returnFromDay0'>): number {
  return (1 + run.return) / (1 + run.returnFromDay0) - 1;
}

/** Market caps at two moments differ by parts that add up. */
export function marketCapBefore(run: Pick<ReactionRun, 'marketCapChange' | 'marketCapChangeFromDay0'>): number | null {
  if (run.marketCapChange === null || run.marketCapChangeFromDay0 === null) return null;
  return run.marketCapChange - run.marketCapChangeFromDay0;
}
