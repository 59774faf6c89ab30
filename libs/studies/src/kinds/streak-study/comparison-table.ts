import type { ComparisonResult } from '@streakline/streak-statistics';
import type { Column, Table } from '@streakline/web-api';
import type { StreakStudyAnswer } from '../../streaks/streak-study-steps';

interface ComparedRow extends ComparisonResult {
  readonly isPrimary: boolean;
}

const columns: readonly Column<ComparedRow>[] = [
  { name: 'outcome', type: 'text', of: ({ outcome }) => outcome },
  { name: 'direction', type: 'text', of: ({ direction }) => direction },
  { name: 'primary', type: 'boolean', of: ({ isPrimary }) => isPrimary },
  { name: 'n', type: 'integer', of: ({ n }) => n },
  { name: 'announced', type: 'number', of: ({ announced }) => announced },
  { name: 'base', type: 'number', of: ({ base }) => base },
  { name: 'difference', type: 'number', of: ({ difference }) => difference },
  { name: 'lower', type: 'number', of: ({ interval }) => interval?.lower ?? null },
  { name: 'upper', type: 'number', of: ({ interval }) => interval?.upper ?? null },
  { name: 'pValue', type: 'number', of: ({ pValue }) => pValue },
  { name: 'holm', type: 'number', of: ({ holm }) => holm },
  { name: 'benjaminiHochberg', type: 'number', of: ({ benjaminiHochberg }) => benjaminiHochberg },
  { name: 'reason', type: 'text', of: ({ reason }) => reason },
];

/** A streak study's comparisons as a table: announcements beside the base rate, a row an outcome and direction. */
export function comparisonTable({ comparisons, primary }: StreakStudyAnswer): Table<ComparedRow> {
  const rows = comparisons.map((one) => ({
    ...one,
    isPrimary: one.outcome === primary.outcome && one.direction === primary.direction,
  }));
  return { columns, rows };
}
