import type { BacktestResult, Params } from '@streakline/backtest';
import type { KeptTrial, RunStore } from '@streakline/backtests';
import type { SweepPlan } from '../plan/sweep-plan';
import type { Trial } from '../plan/trial';
import type { SweepStore } from '../store/sweep-store';
import { chosenOf } from './chosen-of';
import { judged } from './judged';
import { deflated, deflationOf } from './deflation-of';
import { outOfSample } from './out-of-sample';
import type { Deflation, SplitRow, SweepReport, TrialRow, WalkForwardReport } from './sweep-report';

export interface ReportOn {
  readonly sweepId: string;
  readonly plan: SweepPlan;
  readonly first: readonly Trial[];
  readonly tests: readonly Trial[];
  readonly runs: RunStore;
  readonly sweeps: SweepStore;
}

/** The table of a sweep whose trials have all ended, from what is stored. */
export async function reportOf({ sweepId, plan, first, tests, runs, sweeps }: ReportOn): Promise<SweepReport> {
  const stored = await runs.trialsOf(plan.strategy);
  const kept = new Map(stored.map((run) => [run.runId, run]));
  const deflation = deflationOf(stored);
  const all = [...first, ...tests];
  const refusals = await sweeps.refusals(all.map(({ runId }) => runId));
  const rows = all.map((trial) =>
    rowOf(trial, plan, kept.get(trial.runId), { deflation, refusal: refusals.get(trial.runId) }),
  );
  const { strategy, codeHash, position, settings, criterion, space, seed } = plan;
  const countOf = (state: TrialRow['state']) => rows.filter((row) => row.state === state).length;
  return {
    ...{ sweepId, strategy, codeHash, position, from: settings.from, to: settings.to, criterion, space, seed },
    counts: { trials: rows.length, failed: countOf('failed'), refused: countOf('refused') },
    deflation,
    best: plan.walkForward === null ? (chosenOf(first, kept, plan)?.point ?? null) : null,
    walkForward: plan.walkForward && (await walkForwardOf(plan, first, tests, { kept, runs })),
    trials: rows,
  };
}

function rowOf(
  trialed: Trial,
  plan: SweepPlan,
  run: KeptTrial | undefined,
  { deflation, refusal }: { deflation: Deflation; refusal: string | undefined },
): TrialRow {
  const { split, part, point, runId } = trialed;
  const params = variedOf(plan, point);
  const trial = { split, part, point, params, runId };
  if (run === undefined) {
    const failure = refusal ?? 'it has not been run';
    return { ...trial, state: 'refused', failure, metrics: null, purgedFrom: null, deflatedSharpe: null };
  }
  const { state, failure } = run;
  const told = { state, failure: failure?.message ?? null, ...judged(run, trialed, plan) };
  return { ...trial, ...told, deflatedSharpe: deflated(run, deflation) };
}

/** Of a point, the parameters that the sweep varies. */
function variedOf({ points, space }: SweepPlan, point: number): Params {
  const params = points[point - 1] ?? {};
  const isVaried = (name: string) => Object.hasOwn(space.grid, name) || Object.hasOwn(space.random, name);
  return Object.fromEntries(Object.entries(params).filter(([name]) => isVaried(name)));
}

async function walkForwardOf(
  plan: SweepPlan,
  trainings: readonly Trial[],
  tests: readonly Trial[],
  { kept, runs }: { kept: ReadonlyMap<string, KeptTrial>; runs: RunStore },
): Promise<WalkForwardReport | null> {
  if (plan.walkForward === null) return null;
  const { splits, ...settings } = plan.walkForward;
  const rows = splits.map((split): SplitRow => {
    const own = trainings.filter((trial) => trial.split === split.number);
    const chosen = chosenOf(own, kept, plan);
    const test = tests.find((trial) => trial.split === split.number);
    const inTest = test === undefined ? null : (kept.get(test.runId)?.metrics?.[plan.criterion] ?? null);
    if (chosen === null) return { ...split, chosen, inTest };
    const { point, value } = chosen;
    return { ...split, chosen: { point, params: variedOf(plan, point), inTraining: value }, inTest };
  });
  const results: BacktestResult[] = [];
  for (const { runId } of tests) {
    const document = await runs.document(runId);
    if (document !== undefined) results.push(document.result);
  }
  const longestHolding = results
    .flatMap(({ trades }) => trades)
    .reduce((longest, { sessionsHeld }) => Math.max(longest, sessionsHeld), 0);
  const warnings =
    settings.purge === 'open'
      ? purgedWhole(trainings, plan, kept)
      : heldLonger(longestHolding, settings.purge + settings.embargo);
  return { ...settings, splits: rows, outOfSample: outOfSample(results), longestHolding, warnings };
}

function heldLonger(longest: number, gap: number): readonly string[] {
  if (longest <= gap) return [];
  return [
    `Trades were held for up to ${longest} sessions, and ${gap} lie between a training and its test: what was decided last ` +
      `in the training overlaps the test. Give purge=open, or purge=${longest}.`,
  ];
}

/** Trainings that cannot be judged, since positions were open at their end that had been for most of them. */
function purgedWhole(
  trainings: readonly Trial[],
  plan: SweepPlan,
  kept: ReadonlyMap<string, KeptTrial>,
): readonly string[] {
  const whole = trainings.filter((trial) => {
    const run = kept.get(trial.runId);
    return run !== undefined && run.metrics !== null && judged(run, trial, plan).metrics === null;
  }).length;
  if (whole === 0) return [];
  return [
    `${whole} of ${trainings.length} trainings cannot be judged: positions that were open at their end had been for more ` +
      'than half of them, and bear on the test. Train longer, or say with purge=20 (sessions) that you leave out less.',
  ];
}
