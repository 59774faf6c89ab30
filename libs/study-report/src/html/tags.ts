import { escaped } from '../chart/markup';

/** A table of text cells; the first row is the heading, the first cell of each row names it. */
export function htmlTable(caption: string, heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heading.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('');
  const body = rows.map(rowOf).join('\n');
  return `<div class="wide"><table><caption>${escaped(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody></table></div>`;
}

function rowOf([name = '', ...cells]: readonly string[]): string {
  return `<tr><th scope="row">${escaped(name)}</th>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
}

export function paragraphs(sentences: readonly string[]): string {
  return sentences.map((sentence) => `<p>${escaped(sentence)}</p>`).join('\n');
}

export function list(items: readonly string[]): string {
  return `<ul>\n${items.map((item) => `<li>${escaped(item)}</li>`).join('\n')}\n</ul>`;
}
