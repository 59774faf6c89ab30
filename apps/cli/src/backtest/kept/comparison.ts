import type { KeptRun } from '@streakline/backtests';
import { type MetricName, metricNames } from '@streakline/performance';
import { tableOf } from '../../output/table';
import { figureText } from './figure-text';

/** Two runs side by side. */
export interface Comparison {
  readonly runs: readonly [string, string];
  /** Whether they gave the same bytes. */
  readonly sameResult: boolean;
  /** What of their manifests is not the same, by path, such as `params.hold`. */
  readonly differences: readonly { readonly path: string; readonly values: readonly [unknown, unknown] }[];
  readonly metrics: readonly { readonly name: MetricName; readonly values: readonly [number | null, number | null] }[];
}

export function comparisonOf(left: KeptRun, right: KeptRun): Comparison {
  const [leaves, others] = [leavesOf(left.manifest), leavesOf(right.manifest)];
  const paths = [...new Set([...leaves.keys(), ...others.keys()])];
  return {
    runs: [left.runId, right.runId],
    sameResult: left.resultHash === right.resultHash,
    differences: paths
      .filter((path) => leaves.get(path) !== others.get(path))
      .map((path) => ({ path, values: [leaves.get(path) ?? null, others.get(path) ?? null] as const })),
    metrics: metricNames.map((name) => ({
      name,
      values: [left.metrics?.[name] ?? null, right.metrics?.[name] ?? null] as const,
    })),
  };
}

export function comparisonText({ runs, sameResult, differences, metrics }: Comparison, terminal: boolean): string {
  const sides = runs.map((id) => id.slice(0, 12));
  const [left, right] = [0, 1].map((side) =>
    Object.fromEntries(metrics.map(({ name, values }) => [name, values[side as 0 | 1]])),
  ) as [KeptRun['metrics'], KeptRun['metrics']];
  const rows = [
    ...differences.map(({ path, values }) => [path, ...values.map(textOf)]),
    ...metrics.map(({ name }) => [name, figureText(name, left), figureText(name, right)]),
  ];
  const same = sameResult ? 'Both runs gave the same result, byte for byte.\n' : '';
  return `${tableOf(['', ...sides], rows, terminal)}${same}`;
}

function leavesOf(value: unknown, path = '', leaves = new Map<string, unknown>()): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null) leaves.set(path, value);
  else
    for (const [name, inner] of Object.entries(value)) leavesOf(inner, path === '' ? name : `${path}.${name}`, leaves);
  return leaves;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
