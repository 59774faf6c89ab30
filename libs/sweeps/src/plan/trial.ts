import type { Params } from '@streakline/backtest';
import { manifestOf, type RunManifest, runIdOf, type StrategyCode } from '@streakline/backtests';
import type { Split, Window } from '../splits/walk-forward';
import type { SweepPlan } from './sweep-plan';

/** One run of a sweep. */
export interface Trial {
  /** 0 where there are no splits. */
  readonly split: number;
  readonly part: 'whole' | 'train' | 'test';
  /** Number of its point, from 1. */
  readonly point: number;
  readonly runId: string;
  /** With the parameters, settings and position to run with. */
  readonly manifest: RunManifest;
}

/** The runs that can be told before any was made: every point over the whole replay, or in every training. */
export function firstTrials(plan: SweepPlan, code: StrategyCode): readonly Trial[] {
  const { walkForward, settings } = plan;
  if (walkForward === null) {
    return plan.points.map((params, i) => trialOf(plan, code, { split: 0, part: 'whole', i, params }, settings));
  }
  return walkForward.splits.flatMap(({ number, train }) =>
    plan.points.map((params, i) => trialOf(plan, code, { split: number, part: 'train', i, params }, train)),
  );
}

/** The test of a split with the point that its training chose (a number from 1). */
export function testTrial(plan: SweepPlan, code: StrategyCode, { number, test }: Split, point: number): Trial {
  const params = plan.points[point - 1];
  if (params === undefined)
    throw new Error(`The sweep has ${plan.points.length} points and none with number ${point}.`);
  return trialOf(plan, code, { split: number, part: 'test', i: point - 1, params }, test);
}

function trialOf(
  plan: SweepPlan,
  code: StrategyCode,
  { split, part, i, params }: { split: number; part: Trial['part']; i: number; params: Params },
  { from, to }: Window,
): Trial {
  const manifest = manifestOf(code, { params, settings: { ...plan.settings, from, to } }, plan);
  return { split, part, point: i + 1, runId: runIdOf(manifest), manifest };
}
