import Table from 'cli-table3';

/**
 * Rows for people on a terminal: a table; in a pipe: the same cells separated by tabs, without a heading, so that
 * cut, sort and awk can work on them.
 */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[], terminal: boolean): string {
  if (!terminal) return rows.map((row) => `${row.join('\t')}\n`).join('');
  const table = new Table({
    head: [...head],
    chars: plainLines,
    style: { head: process.env['NO_COLOR'] ? [] : ['bold'], border: [], compact: true },
  });
  table.push(...rows.map((row) => [...row]));
  return `${table.toString()}\n`;
}

/** A rule under the heading and nothing else: the rows stand on their own. */
const plainLines = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  right: '',
  middle: '  ',
  mid: '',
  'left-mid': '',
  'mid-mid': '',
  'right-mid': '',
};
