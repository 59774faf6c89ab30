import type { StatedFigure } from '@streakline/events';
import type { Found, Tolerance, Unit, Verdict } from '../verdict/verdict';
import type { Stage } from '../stage/stage';
import { admits, admitsSome, toleranceOf } from './tolerance';

/** A figure held against what was found. */
export interface JudgedFigure {
  readonly verdict: Verdict;
  readonly found: Found;
  readonly tolerance: Tolerance;
}

/** One figure, in the claim's direction. */
export function judgeValue(stage: Stage, stated: StatedFigure, value: number, unit: Unit): JudgedFigure {
  const tolerance = toleranceOf(stated);
  stage.evidence.rule(tolerance.rule);
  return { verdict: admits(tolerance, value) ? 'supported' : 'contradicted', found: { value, unit }, tolerance };
}

/** What a figure was at some moment of a session: any between its low and its high may be the one. */
export function judgeRange(stage: Stage, stated: StatedFigure, low: number, high: number, unit: Unit): JudgedFigure {
  const tolerance = toleranceOf(stated);
  stage.evidence.rule(`${tolerance.rule}, at some moment of the session`);
  const verdict = admitsSome(tolerance, low, high) ? 'supported' : 'contradicted';
  return { verdict, found: { low, high, unit }, tolerance };
}

/** "As much as 8%": the most that a session saw, which is known once it is over; before that it may still grow. */
export function judgeExtreme(
  stage: Stage,
  stated: StatedFigure,
  extreme: number,
  isOver: boolean,
  unit: Unit,
): JudgedFigure {
  const plain = toleranceOf({ ...stated, wording: 'plain' });
  const rule = isOver
    ? '"as much as" within a session: its extreme, within half a unit of the last digit'
    : '"as much as" before the close: an extreme that is at least as far, within half a unit of the last digit';
  const tolerance = { ...plain, to: isOver ? plain.to : null, rule };
  stage.evidence.rule(rule);
  return {
    verdict: admits(tolerance, extreme) ? 'supported' : 'contradicted',
    found: { value: extreme, unit },
    tolerance,
  };
}
