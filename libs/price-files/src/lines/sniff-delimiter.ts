import { splitFields } from './split-fields';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** What parts the fields of these lines: what most of them have the same number of. null: nothing does. */
export function sniffDelimiter(lines: readonly string[]): string | null {
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, ...agreement(lines, delimiter) }));
  const best = scores.reduce((a, b) => (b.lines > a.lines || (b.lines === a.lines && b.fields > a.fields) ? b : a));
  return best.lines === 0 ? null : best.delimiter;
}

/** How many lines have the first line's number of fields, where it has several. */
function agreement(lines: readonly string[], delimiter: string): { lines: number; fields: number } {
  const counts = lines.map((line) => splitFields(line, delimiter)?.length ?? 0);
  const fields = counts[0] ?? 0;
  return fields < 2 ? { lines: 0, fields } : { lines: counts.filter((count) => count === fields).length, fields };
}
