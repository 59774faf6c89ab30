import type { Panel } from '../panel/panel';
import { seededRandom } from './random';

/** How one event's reaction compares with other days of the same firm. */
export interface OneFirmPermutation {
  /** (1 + draws at least as large) / (1 + draws), two-sided. */
  readonly pValue: number;
  /** Days of the estimation window (a single event day: all of them, so the p-value is exact), or seeded draws. */
  readonly draws: number;
  readonly exact: boolean;
}

/**
 * How often one event's abnormal return would be as large if day 0 had been any other day (Nguyen and Wolf 2023, the raw
 * statistic). A single day is compared with every estimation day: p = (1 + #{|e| >= |AR|}) / (1 + M), exact. The sum over
 * L days is compared with sums of L days drawn without replacement from estimation and event days together. Null where the
 * event has no return on those days or no estimation days. `firstDay` and `days` within the panel's event days.
 */
export function oneFirmPermutation(
  panel: Panel,
  event: number,
  { firstDay, days, draws, seed }: { firstDay: number; days: number; draws: number; seed: number },
): OneFirmPermutation | null {
  const width = panel.estimationDays + panel.eventDays;
  const start = event * width;
  const estimation = numbers(panel.abnormal.subarray(start, start + panel.estimationDays));
  const from = start + panel.estimationDays + firstDay;
  const reaction = numbers(panel.abnormal.subarray(from, from + days));
  if (estimation.length === 0 || reaction.length === 0) return null;
  if (reaction.length === 1) {
    const size = Math.abs(reaction[0]!);
    const larger = estimation.filter((value) => Math.abs(value) >= size).length;
    return { pValue: (1 + larger) / (1 + estimation.length), draws: estimation.length, exact: true };
  }
  const larger = largerSums(reaction, estimation, draws, seed);
  return { pValue: (1 + larger) / (1 + draws), draws, exact: false };
}

function numbers(values: Float64Array): Float64Array {
  return values.filter((value) => !Number.isNaN(value));
}

/** How many of the seeded draws sum to at least the size of the reaction. */
function largerSums(reaction: Float64Array, estimation: Float64Array, draws: number, seed: number): number {
  const random = seededRandom(seed);
  const pool = new Float64Array(reaction.length + estimation.length);
  pool.set(reaction);
  pool.set(estimation, reaction.length);
  const size = Math.abs(sumOfFirst(pool, reaction.length)) * (1 - ROUNDING);
  let larger = 0;
  for (let draw = 0; draw < draws; draw++) {
    // The first places of a Fisher-Yates shuffle; starting from the last order is as random as from the first.
    for (let i = 0; i < reaction.length; i++) {
      const other = i + random.below(pool.length - i);
      const held = pool[i]!;
      pool[i] = pool[other]!;
      pool[other] = held;
    }
    if (Math.abs(sumOfFirst(pool, reaction.length)) >= size) larger++;
  }
  return larger;
}

function sumOfFirst(values: Float64Array, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[i]!;
  return sum;
}

/** The same days in another order must not count as a smaller sum. */
const ROUNDING = 1e-12;
