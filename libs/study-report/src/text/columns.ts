/**
 * Rows as aligned columns: names to the left, figures to the right, two blanks between, no blanks at the end. `names` is
 * how many of the first columns are names, or which ones are.
 */
export function inColumns(rows: readonly (readonly string[])[], names: number | readonly number[] = 1): string {
  const isName = (column: number) => (typeof names === 'number' ? column < names : names.includes(column));
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, cell.length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (isName(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return rows.map((row) => `${line(row)}\n`).join('');
}
