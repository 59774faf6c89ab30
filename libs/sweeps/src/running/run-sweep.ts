import type { KeptTrial, RunStore, StrategyCode } from '@streakline/backtests';
import type { SweepPlan } from '../plan/sweep-plan';
import { firstTrials, testTrial, type Trial } from '../plan/trial';
import { chosenOf } from '../report/chosen-of';
import { reportOf } from '../report/report-of';
import type { SweepReport } from '../report/sweep-report';
import type { SweepStore } from '../store/sweep-store';
import { SweepError } from '../sweep-error';
import type { TrialRunner } from './trial-runner';

export interface SweepProgress {
  readonly phase: 'trials' | 'tests';
  readonly done: number;
  readonly total: number;
}

export interface SweepTools {
  readonly code: StrategyCode;
  readonly runner: TrialRunner;
  readonly runs: RunStore;
  readonly sweeps: SweepStore;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: SweepProgress) => void) | undefined;
  /** The sweep's id, as soon as it is written down. */
  readonly onBegun?: ((sweepId: string) => void) | undefined;
}

/**
 * Runs a sweep: what is kept already is not run again, so a sweep that was interrupted goes on where it stood. Answers its
 * table; the same plan on the same stored trials gives the same one, whoever ran it.
 *
 * @throws SweepError `otherCode` where the plan is of other code than the strategy now has
 */
export async function runSweep(plan: SweepPlan, tools: SweepTools): Promise<SweepReport> {
  const { code, sweeps, runs } = tools;
  if (plan.codeHash !== code.codeHash || plan.strategy !== code.name) throw otherCode(plan, code);
  const sweepId = await sweeps.begin(plan);
  tools.onBegun?.(sweepId);
  const first = firstTrials(plan, code);
  await stage(sweepId, 'trials', first, tools);
  const kept = byId(await runs.trialsOf(plan.strategy));
  const tests = testsOf(plan, code, first, kept);
  await stage(sweepId, 'tests', tests, tools);
  return reportOf({ sweepId, plan, first, tests, runs, sweeps });
}

function testsOf(
  plan: SweepPlan,
  code: StrategyCode,
  trainings: readonly Trial[],
  kept: ReadonlyMap<string, KeptTrial>,
): readonly Trial[] {
  return (plan.walkForward?.splits ?? []).flatMap((split) => {
    const chosen = chosenOf(
      trainings.filter((trial) => trial.split === split.number),
      kept,
      plan,
    );
    return chosen === null ? [] : [testTrial(plan, code, split, chosen.point)];
  });
}

async function stage(
  sweepId: string,
  phase: SweepProgress['phase'],
  trials: readonly Trial[],
  { sweeps, runner, signal, onProgress }: SweepTools,
): Promise<void> {
  if (trials.length === 0) return;
  await sweeps.addTrials(sweepId, trials);
  const missing = await missingOf(trials, sweeps);
  await sweeps.forgetRefusals(missing.map(({ runId }) => runId));
  let left = missing.length;
  const tell = () => onProgress?.({ phase, done: trials.length - left, total: trials.length });
  tell();
  const ended = () => {
    left--;
    tell();
  };
  await runner.run(missing, { ended, signal });
}

/** Each run once: of a run that was ended for its time, another try; of a test, until its whole result is kept. */
async function missingOf(trials: readonly Trial[], sweeps: SweepStore): Promise<readonly Trial[]> {
  const ids = trials.map(({ runId }) => runId);
  const finished = await sweeps.finished(ids);
  const whole = new Set(
    await sweeps.withResult(trials.filter(({ part }) => part === 'test').map(({ runId }) => runId)),
  );
  const done = new Set(finished.filter(({ endedForTime }) => !endedForTime).map(({ runId }) => runId));
  const missing = new Map<string, Trial>();
  for (const trial of trials) {
    if (!done.has(trial.runId) || (trial.part === 'test' && !whole.has(trial.runId))) missing.set(trial.runId, trial);
  }
  return [...missing.values()];
}

export function byId(runs: readonly KeptTrial[]): ReadonlyMap<string, KeptTrial> {
  return new Map(runs.map((run) => [run.runId, run]));
}

function otherCode(plan: SweepPlan, code: StrategyCode): SweepError {
  return new SweepError(
    'otherCode',
    `The sweep is of ${plan.strategy} with code ${plan.codeHash.slice(0, 12)}, and the file holds ${code.name} with code ` +
      `${code.codeHash.slice(0, 12)}: bring that version back, or begin a new sweep.`,
  );
}
