/** Where a text that may have `most` code units from `start` on ends: at `end`, or before; never between the halves of one character. */
export function cutEnd(text: string, start: number, end: number, most: number): number {
  const cut = Math.min(end, start + most);
  return cut < end && /[\ud800-\udbff]/.test(text[cut - 1] ?? '') ? cut - 1 : cut;
}

/** A text of at most so many code units, without half a character at its end. */
export function cutTo(text: string, most: number): string {
  return text.slice(0, cutEnd(text, 0, text.length, most));
}
