/** A row, or a dividend or split of one, that was not taken; the rest of its file was. */
export interface RefusedPriceRow {
  readonly file: string;
  /** From 1; 0 where it is not one line's. */
  readonly line: number;
  /** As the file writes it; null where it names none. */
  readonly symbol: string | null;
  /** YYYY-MM-DD; null where the row could not be read so far. */
  readonly date: string | null;
  /** camelCase, stable. */
  readonly code: string;
  /** One sentence: what is wrong, and how to mend it. */
  readonly reason: string;
  /** The row, cut; its figures where the text is gone. */
  readonly text: string;
}
