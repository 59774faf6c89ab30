import { sessionAt } from '../known/bar-on';
import { changeOf } from '../known/change';
import type { Known } from '../known/known';
import { capChange } from '../market-caps/cap-change';
import { type RunSpan, runSpanAt } from '../runs/run-spans';
import type { Reaction, ReactionRun } from './reaction';

export type StreakPart = Pick<Reaction, 'relation' | 'streak' | 'begun'>;

const NO_PART: StreakPart = { relation: null, streak: null, begun: null };

/**
 * How the bar of day 0 (`day0`, its place on the tape; -1 if there is none) stands to the run in force before it.
 * Where the base session lacks its bar, runs compare with the last bar before it, and so does this.
 */
export function streakPartOf(known: Known, day0: number): StreakPart {
  const base = day0 - 1;
  if (base < 0) return NO_PART;
  const inForce = runSpanAt(known, base);
  const moved = runSpanAt(known, day0);
  if (inForce === undefined) {
    if (moved === undefined) return { relation: 'none', streak: null, begun: null };
    return { relation: 'began', streak: runFrom(known, moved, base), begun: null };
  }
  const streak = runFrom(known, inForce, base);
  if (moved?.first === inForce.first) return { relation: 'extended', streak, begun: null };
  return { relation: 'ended', streak, begun: moved === undefined ? null : runFrom(known, moved, base) };
}

/** A run as seen from the base bar. */
function runFrom(known: Known, { sign, first, last }: RunSpan, base: number): ReactionRun {
  const { ordinals, value } = known;
  const length = last - first + 1;
  const lengthAtBase = Math.max(0, Math.min(last, base) - first + 1);
  const goesOn = last > base;
  return {
    direction: sign === 1 ? 'rising' : 'falling',
    start: sessionAt(known, first),
    end: sessionAt(known, last),
    length,
    lengthAtBase,
    lengthFromDay0: length - lengthAtBase,
    inForce: last === ordinals.length - 1,
    return: changeOf(value[first - 1]!, value[last]!),
    returnFromDay0: goesOn ? changeOf(value[base]!, value[last]!) : 0,
    ...capChange(known, first - 1, last),
    marketCapChangeFromDay0: goesOn ? capChange(known, base, last).marketCapChange : 0,
  };
}
