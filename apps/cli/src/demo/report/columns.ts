import type { Paint } from './paint';

/** Rows under a heading, the first column to the left, the others to the right, each as wide as its widest cell. */
export function columns(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  paint: Paint,
  indent = '   ',
): string[] {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[], colour: (text: string, column: number) => string) =>
    (
      indent + cells.map((cell, column) => colour(align(cell, widths[column] ?? 0, column), column)).join('  ')
    ).trimEnd();
  return [
    line(head, (text) => paint.dim(text)),
    ...rows.map((row) => line(row, (text, column) => (column === 0 ? text : paint.figure(text)))),
  ];
}

function align(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}
