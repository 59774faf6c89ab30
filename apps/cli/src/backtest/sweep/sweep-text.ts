import type { Params } from '@streakline/backtest';
import type { Deflation, SplitRow, SweepReport, TrialRow, WalkForwardReport } from '@streakline/sweeps';
import { tableOf } from '../../output/table';

const SHOWN = 40;

/** A sweep's table, for people: the best first. On a pipe every row, tabs between the cells. */
export function sweepText(report: SweepReport, terminal: boolean): string {
  if (!terminal) return tableOf(heading(report), rowsOf(report, report.trials.length), false);
  return [
    tableOf(heading(report), rowsOf(report, SHOWN), true),
    hidden(report),
    report.walkForward === null ? '' : walkForwardText(report.walkForward, report),
    summary(report),
  ].join('');
}

function namesOf({ space }: SweepReport): readonly string[] {
  return [...Object.keys(space.grid), ...Object.keys(space.random)];
}

function heading(report: SweepReport): readonly string[] {
  const { criterion, walkForward } = report;
  const figures = ['return', 'sharpe', 'max drawdown', 'DSR'];
  const own = ['totalReturn', 'sharpe', 'maxDrawdown'].includes(criterion) ? [] : [criterion];
  return [
    ...(walkForward === null ? [] : ['split', 'part']),
    '#',
    ...namesOf(report),
    ...own,
    ...figures,
    'state',
    'run',
  ];
}

function rowsOf(report: SweepReport, most: number): readonly (readonly string[])[] {
  const { criterion } = report;
  const value = ({ metrics }: TrialRow) => metrics?.[criterion] ?? -Infinity;
  const inOrder = [...report.trials].sort(
    (a, b) =>
      a.split - b.split ||
      Number(a.part === 'test') - Number(b.part === 'test') ||
      value(b) - value(a) ||
      a.point - b.point,
  );
  return inOrder.slice(0, most).map((row) => cellsOf(row, report));
}

function cellsOf(
  { split, part, point, params, metrics, deflatedSharpe, state, runId, failure }: TrialRow,
  report: SweepReport,
) {
  const { criterion, walkForward } = report;
  const own = ['totalReturn', 'sharpe', 'maxDrawdown'].includes(criterion) ? [] : [number(metrics?.[criterion])];
  return [
    ...(walkForward === null ? [] : [String(split), part]),
    String(point),
    ...namesOf(report).map((name) => String(params[name] ?? '')),
    ...own,
    ...[percent(metrics?.totalReturn), number(metrics?.sharpe), percent(metrics?.maxDrawdown), number(deflatedSharpe)],
    ...[failure === null ? state : `${state}: ${failure}`, runId],
  ];
}

function hidden({ trials }: SweepReport): string {
  return trials.length > SHOWN ? `... and ${trials.length - SHOWN} more (all of them with --json, or in a pipe)\n` : '';
}

function walkForwardText(
  { splits, outOfSample, warnings }: WalkForwardReport,
  { criterion, trials }: SweepReport,
): string {
  const rows = splits.map((split) => splitCells(split));
  const head = ['split', 'train', 'test', 'chosen', `${criterion} in training`, 'in test'];
  const sharpe = number(outOfSample?.metrics.sharpe);
  const result =
    outOfSample === null
      ? 'No test was run.\n'
      : `Out of sample, ${outOfSample.from} to ${outOfSample.to}: return ${percent(outOfSample.metrics.totalReturn)}, Sharpe ${sharpe}.\n`;
  return `\n${tableOf(head, rows, true)}${result}${purgedText(trials)}${warnings.map((warning) => `Note: ${warning}\n`).join('')}`;
}

function purgedText(trials: readonly TrialRow[]): string {
  const trainings = trials.filter(({ part }) => part === 'train');
  const purged = trainings.filter(({ purgedFrom }) => purgedFrom !== null).length;
  if (purged === 0) return '';
  return `${purged} of ${trainings.length} trainings are judged without their last sessions: positions were open at their end.\n`;
}

function splitCells({ number: split, train, test, chosen, inTest }: SplitRow): readonly string[] {
  return [
    ...[String(split), `${train.from} to ${train.to}`, `${test.from} to ${test.to}`],
    ...[chosen === null ? 'none' : paramsText(chosen.params), number(chosen?.inTraining), number(inTest)],
  ];
}

function summary({ sweepId, counts, deflation, best, trials }: SweepReport): string {
  const row = trials.find(({ point, part }) => point === best && part === 'whole');
  const { failed, refused } = counts;
  const wrong = failed + refused === 0 ? '' : ` (${failed} failed, ${refused} could not be run)`;
  const winner = row === undefined ? '' : `Best: ${paramsText(row.params)}, run ${row.runId}. `;
  return `\n${winner}${counts.trials} runs${wrong}, sweep ${sweepId}.\n${deflationText(deflation)}\n`;
}

function deflationText({ trials, thresholdAYear }: Deflation): string {
  return (
    `${trials} trials of the strategy are stored: were all of them worthless, the best would show a Sharpe ratio of ` +
    `${number(thresholdAYear)} a year. DSR is the chance that a trial's true one is above that.`
  );
}

function paramsText(params: Params): string {
  return Object.entries(params)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(' ');
}

function percent(value: number | null | undefined): string {
  return value === null || value === undefined ? '-' : `${(value * 100).toFixed(2)}%`;
}

function number(value: number | null | undefined): string {
  return value === null || value === undefined ? '-' : value.toFixed(3);
}
