import Table from 'cli-table3';
import type { BenchRow } from './bench';

/** Figures with three significant digits at least, and thousands parted. */
export function figure(value: number): string {
  return value.toLocaleString('en-US', value >= 1000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 });
}

/** The rows of a run as a table. */
export function tableOf(rows: readonly BenchRow[]): string {
  const table = new Table({
    head: ['measured', 'ours', 'ceiling', 'ratio', 'unit', 'target', 'note'],
    colAligns: ['left', 'right', 'right', 'right', 'left', 'left', 'left'],
    style: { head: [], border: [] },
  });
  for (const row of rows) {
    table.push([
      row.what,
      figure(row.ours),
      row.ceiling === null ? '' : figure(row.ceiling),
      ratioOf(row),
      row.unit,
      row.target ?? '',
      row.note ?? '',
    ]);
  }
  return table.toString();
}

function ratioOf({ ours, ceiling, ratio }: BenchRow): string {
  const value = ratio ?? (ceiling === null ? undefined : ours / ceiling);
  return value === undefined ? '' : value.toFixed(2);
}
