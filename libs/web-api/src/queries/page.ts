export interface Page<Row> {
  readonly data: readonly Row[];
  /** null at the end of the list, never before it. */
  readonly nextCursor: string | null;
}

/**
 * Cuts a page from rows of which one more than `limit` was asked for: that one only tells that the list goes on.
 *
 * @param cursorOf the cursor that continues after a row
 */
export function pageOf<Row>(rows: readonly Row[], limit: number, cursorOf: (last: Row) => string): Page<Row> {
  const last = rows[limit - 1];
  if (rows.length <= limit || last === undefined) return { data: rows, nextCursor: null };
  return { data: rows.slice(0, limit), nextCursor: cursorOf(last) };
}
