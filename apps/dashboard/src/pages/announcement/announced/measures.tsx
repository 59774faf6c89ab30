import { type Column, DataTable } from '../../../ui/data-table';
import { PercentChange } from '../../../ui/change';
import { NOTHING } from '../../../words/nothing';
import type { Act } from '../answers';
import { measured } from './measured';

type Measure = Act['measures'][number];

/** What was reported or forecast, beside what was expected and what stood before. */
export function Measures({
  measures,
  period,
}: {
  readonly measures: readonly Measure[];
  readonly period: string | null;
}) {
  return (
    <DataTable
      caption="What it measured"
      columns={columnsOf(period)}
      rows={measures}
      rowKey={({ metric, basis, period: own }) => [metric, basis, own].join('|')}
    />
  );
}

function columnsOf(period: string | null): readonly Column<Measure>[] {
  return [
    {
      name: 'Measure',
      cell: ({ metric, basis, period: own }) => [metric, basis, own ?? period].filter(Boolean).join(', '),
      rowHeader: true,
    },
    { name: 'Said', cell: ({ actual, range, unit }) => said(actual, range, unit), number: true },
    { name: 'Expected', cell: ({ expected, unit }) => measured(expected?.value, unit), number: true },
    { name: 'Surprise', cell: ({ surprise }) => <PercentChange value={surprise} />, number: true },
    { name: 'Before', cell: ({ prior, unit }) => measured(prior, unit), number: true },
    {
      name: 'Expected by',
      cell: ({ expected }) => [expected?.source, expected?.on].filter(Boolean).join(', ') || NOTHING,
    },
  ];
}

function said(actual: number | undefined, range: Measure['range'], unit: string): string {
  if (actual !== undefined || range === undefined) return measured(actual, unit);
  return `${measured(range.low, unit)} to ${measured(range.high, unit)}`;
}
