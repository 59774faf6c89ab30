import type { KeptTrial } from '@streakline/backtests';
import type { SweepPlan } from '../plan/sweep-plan';
import type { Trial } from '../plan/trial';
import { judged } from './judged';

export interface Chosen {
  readonly point: number;
  readonly value: number;
}

/** The trial with the highest value of the plan's criterion; of equals the one with the lowest number. Null where none has a value. */
export function chosenOf(
  trials: readonly Trial[],
  kept: ReadonlyMap<string, KeptTrial>,
  plan: SweepPlan,
): Chosen | null {
  let chosen: Chosen | null = null;
  for (const trial of trials) {
    const { point } = trial;
    const run = kept.get(trial.runId);
    const value = run?.state === 'done' ? (judged(run, trial, plan).metrics?.[plan.criterion] ?? null) : null;
    if (value === null) continue;
    const isBetter = chosen === null || value > chosen.value || (value === chosen.value && point < chosen.point);
    if (isBetter) chosen = { point, value };
  }
  return chosen;
}
