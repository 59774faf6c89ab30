/** The columns that stand to the left: the first, which names its row, and those of words or dates. Figures stand right. */
export function wordColumns(rows: readonly (readonly string[])[]): readonly number[] {
  const columns = rows[0]?.map((_, column) => column) ?? [0];
  return columns.filter((column) => column === 0 || rows.some((row) => isWords(row[column] ?? '')));
}

function isWords(cell: string): boolean {
  return /^[\p{L}'"(<]/u.test(cell) || /^\d{4}-\d{2}-\d{2}$/.test(cell);
}
