import type { StudyResult, TestResult } from '@streakline/event-study';
import type { Column, Table } from '@streakline/web-api';

/** A test of a day or a window, with what it tests. */
interface TestedRow extends TestResult {
  readonly scope: 'day' | 'window';
  readonly from: number;
  readonly to: number;
  readonly events: number;
  readonly mean: number | null;
  readonly positive: number;
}

const columns: readonly Column<TestedRow>[] = [
  { name: 'scope', type: 'text', of: ({ scope }) => scope },
  { name: 'from', type: 'integer', of: ({ from }) => from },
  { name: 'to', type: 'integer', of: ({ to }) => to },
  { name: 'events', type: 'integer', of: ({ events }) => events },
  { name: 'mean', type: 'number', of: ({ mean }) => mean },
  { name: 'positive', type: 'number', of: ({ positive }) => positive },
  { name: 'test', type: 'text', of: ({ test }) => test },
  { name: 'statistic', type: 'number', of: ({ statistic }) => statistic },
  { name: 'pValue', type: 'number', of: ({ pValue }) => pValue },
  { name: 'distribution', type: 'text', of: ({ distribution }) => distribution },
  { name: 'degreesOfFreedom', type: 'number', of: ({ degreesOfFreedom }) => degreesOfFreedom },
  { name: 'testedEvents', type: 'integer', of: ({ n }) => n },
  { name: 'reason', type: 'text', of: ({ reason }) => reason },
];

/** A study's result as a table: a row for each test of each day (`mean` is the AAR) and each window (the CAAR). */
export function testTable(result: StudyResult): Table<TestedRow> {
  return { columns, rows: testedRows(result) };
}

function* testedRows({ days, windows }: StudyResult): Generator<TestedRow, void, void> {
  for (const { day, n, aar, positive, tests } of days) {
    const tested = { scope: 'day' as const, from: day, to: day, events: n, mean: aar, positive };
    for (const test of tests) yield { ...tested, ...test };
  }
  for (const { from, to, n, caar, positive, tests } of windows) {
    const tested = { scope: 'window' as const, from, to, events: n, mean: caar, positive };
    for (const test of tests) yield { ...tested, ...test };
  }
}
