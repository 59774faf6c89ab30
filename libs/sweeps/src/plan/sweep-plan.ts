import { createHash } from 'node:crypto';
import type { BacktestSettings, Params } from '@streakline/backtest';
import type { MetricName } from '@streakline/performance';
import type { SearchSpace } from '../space/search-space';
import type { Split, WalkForward } from '../splits/walk-forward';

/** All that a sweep's table follows from, decided before the first run. Plain data: stored as JSON. */
export interface SweepPlan {
  readonly strategy: string;
  readonly codeHash: string;
  /** In the event store. */
  readonly position: number;
  /** Resolved; of the whole replay. */
  readonly settings: BacktestSettings;
  readonly space: SearchSpace;
  readonly seed: number;
  /** What is tried: full parameters, in the order of their numbers (the first is 1). */
  readonly points: readonly Params[];
  /** Null: every point over the whole replay. */
  readonly walkForward: (WalkForward & { readonly splits: readonly Split[] }) | null;
  /** The highest of it is the best: of the table, and in each training. */
  readonly criterion: MetricName;
}

/** `swp_` and the first 32 hexadecimal digits of the plan's SHA-256: the same sweep asked for again is the same sweep. */
export function sweepIdOf(plan: SweepPlan): string {
  return `swp_${createHash('sha256')
    .update(JSON.stringify(canonical(plan)))
    .digest('hex')
    .slice(0, 32)}`;
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, inner]) => [name, canonical(inner)]));
}
