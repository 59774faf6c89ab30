import { escaped } from '../chart/markup';

/**
 * A table of text cells; the first row is the heading, the first cell of each row names it. Cells of the columns in
 * `words` have the class `words`, for a page that sets them to the left.
 */
export function htmlTable(
  caption: string,
  heading: readonly string[],
  rows: readonly (readonly string[])[],
  words: readonly number[] = [],
): string {
  const marked = (column: number) => (words.includes(column) ? ' class="words"' : '');
  const head = heading.map((cell, at) => `<th scope="col"${marked(at)}>${escaped(cell)}</th>`).join('');
  const body = rows.map((row) => rowOf(row, marked)).join('\n');
  return `<div class="wide"><table><caption>${escaped(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody></table></div>`;
}

function rowOf([name = '', ...cells]: readonly string[], marked: (column: number) => string): string {
  const others = cells.map((cell, at) => `<td${marked(at + 1)}>${escaped(cell)}</td>`).join('');
  return `<tr><th scope="row">${escaped(name)}</th>${others}</tr>`;
}

export function paragraphs(sentences: readonly string[]): string {
  return sentences.map((sentence) => `<p>${escaped(sentence)}</p>`).join('\n');
}

export function list(items: readonly string[]): string {
  return `<ul>\n${items.map((item) => `<li>${escaped(item)}</li>`).join('\n')}\n</ul>`;
}
