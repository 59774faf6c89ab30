/** Rows as newline-delimited JSON: each an object on a line of its own. */
export async function* ndjsonLines(
  rows: AsyncIterable<unknown> | Iterable<unknown>,
): AsyncGenerator<string, void, void> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}
