import { inColumns, paragraph } from '@streakline/study-report';
import { drawdownsTable, figuresTable, monthsTable } from '../figure-tables';
import type { Tearsheet, TearsheetTable } from '../tearsheet';
import { wordColumns } from '../word-columns';

/** A tearsheet in words and aligned columns, for a terminal, a log or a mail. Long tables are left to the page. */
export function tearsheetText({ title, about, measured, tables, notes }: Tearsheet): string {
  const [first] = measured;
  const shown: readonly TearsheetTable[] =
    first === undefined
      ? tables
      : [figuresTable(measured), monthsTable(first.performance), drawdownsTable(first.performance), ...tables];
  const parts = [
    `${title}\n`,
    about.map((sentence) => paragraph(sentence)).join(''),
    notes.length === 0 ? '' : `Warnings\n${notes.map((note) => paragraph(note, '  ')).join('')}`,
    first === undefined ? 'There is no session to measure.\n' : '',
    ...shown.filter(({ isLong }) => isLong !== true).map(tableText),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function tableText({ caption, heading, rows, note }: TearsheetTable): string {
  const under = note === undefined ? '' : paragraph(note, '  ');
  return `${caption.toUpperCase()}\n${inColumns([heading, ...rows], wordColumns(rows))}${under}`;
}
