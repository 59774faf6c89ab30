import type { StreakResult } from '../form/study-types';

/** The share of runs that are longer than so many sessions from day 0 on. */
export interface LengthRow {
  readonly length: number;
  readonly announced: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly base: number | null;
}

/** Both curves on one axis, a row a length: between two lengths at which a run ended, a share stays what it was. */
export function lengthRows({ announced, base }: StreakResult['lengths'][number]): readonly LengthRow[] {
  const steps = new Map(announced.steps.map((step) => [step.length, step]));
  const bases = new Map(base.map(({ length, survival }) => [length, survival]));
  const longest = Math.max(-1, ...steps.keys(), ...bases.keys());
  const rows: LengthRow[] = [];
  let [share, lower, upper, ordinary]: (number | null)[] = [
    ...(announced.steps.length === 0 ? [null, null, null] : [1, 1, 1]),
    base.length === 0 ? null : 1,
  ];
  const lastStep = Math.max(-1, ...steps.keys());
  const lastBase = Math.max(-1, ...bases.keys());
  for (let length = 0; length <= longest; length++) {
    const step = steps.get(length);
    if (step !== undefined) [share, lower, upper] = [step.survival, step.lower, step.upper];
    ordinary = bases.get(length) ?? ordinary;
    const isKnown = length <= lastStep;
    rows.push({
      length,
      announced: isKnown ? (share ?? null) : null,
      lower: isKnown ? (lower ?? null) : null,
      upper: isKnown ? (upper ?? null) : null,
      base: length <= lastBase ? (ordinary ?? null) : null,
    });
  }
  return rows;
}
