import type { KeptRun } from '@streakline/backtests';
import type { MetricName } from '@streakline/performance';
import type { Trial } from '../plan/trial';

export interface Chosen {
  readonly point: number;
  readonly value: number;
}

/** The trial with the highest value of a criterion; of equals the one with the lowest number. Null where none has a value. */
export function chosenOf(
  trials: readonly Trial[],
  kept: ReadonlyMap<string, KeptRun>,
  criterion: MetricName,
): Chosen | null {
  let chosen: Chosen | null = null;
  for (const { point, runId } of trials) {
    const run = kept.get(runId);
    const value = run?.state === 'done' ? (run.metrics?.[criterion] ?? null) : null;
    if (value === null) continue;
    const isBetter = chosen === null || value > chosen.value || (value === chosen.value && point < chosen.point);
    if (isBetter) chosen = { point, value };
  }
  return chosen;
}
