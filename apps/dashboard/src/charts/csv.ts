/** A cell of a table that is drawn as a chart. */
export type Cell = string | number | null;

/** CSV by RFC 4180, UTF-8, a head first; what a spreadsheet would take for a formula is told as text. */
export function csvOf(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [head, ...rows].map((row) => row.map(fieldOf).join(',')).join('\r\n') + '\r\n';
}

function fieldOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
