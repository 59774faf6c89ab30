const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** Takes a column back from COPY's text format (the documentation's "Text Format"); `\N` alone is NULL. */
export function unescapeColumn(column: string): string | null {
  if (column === '\\N') return null;
  return column.includes('\\')
    ? column.replace(/\\(.)/gs, (_, character: string) => ESCAPES[character] ?? character)
    : column;
}
