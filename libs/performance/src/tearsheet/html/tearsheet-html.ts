import { escaped, htmlTable, list, paragraphs } from '@streakline/study-report';
import { underwater } from '../../drawdowns/drawdowns';
import { lineChart } from '../chart/line-chart';
import { percentText, ratioText } from '../figure-text';
import { conventions, drawdownsTable, figuresTable, monthsTable } from '../figure-tables';
import { rollingSharpe, rollingWindow } from '../rolling-sharpe';
import type { Tearsheet, TearsheetTable } from '../tearsheet';
import { wordColumns } from '../word-columns';
import { tearsheetPage } from './page';

/**
 * A tearsheet as one HTML page, light or dark as the reader's system is: it holds its style and its charts, runs no
 * script and fetches nothing. The same tearsheet gives the same bytes.
 */
export function tearsheetHtml(tearsheet: Tearsheet): string {
  const { title, about, measured, tables, notes, manifest } = tearsheet;
  const [first] = measured;
  const body = [
    `<h1>${escaped(title)}</h1>`,
    paragraphs(about),
    notes.length === 0 ? '' : `<div class="warnings"><h2>Warnings</h2>\n${list(notes)}</div>`,
    ...(first === undefined
      ? ['<p>There is no session to measure.</p>']
      : [
          ...charts(tearsheet),
          tableOf(figuresTable(measured)),
          tableOf(monthsTable(first.performance)),
          tableOf(drawdownsTable(first.performance)),
        ]),
    ...tables.map(tableOf),
    first === undefined ? '' : folded('How the figures are counted', list(conventions(first.performance))),
    manifest === null ? '' : folded('Manifest: what this run follows from', `<pre>${escaped(manifest)}</pre>`),
  ];
  return tearsheetPage(title, body.filter((part) => part !== '').join('\n'));
}

function charts({ dates, growth, returns, exposure, measured }: Tearsheet): readonly string[] {
  const [first] = measured;
  if (first === undefined) return [];
  const window = rollingWindow(first.performance.periodsAYear);
  const rolling = rollingSharpe(returns, window, first.performance);
  const percent = (value: number) => percentText(value).replace('.00%', '%');
  return [
    lineChart({ heading: 'Growth of 1', dates, curves: growth, text: ratioText, base: 1 }),
    lineChart({
      heading: 'Below the peak',
      dates,
      curves: [{ name: 'drawdown', values: underwater(returns) }],
      text: percent,
      base: 0,
      filled: true,
    }),
    lineChart({
      heading: `Sharpe ratio of the last ${window} periods`,
      dates,
      curves: [{ name: 'rolling Sharpe ratio', values: rolling }],
      text: ratioText,
      base: 0,
    }),
    lineChart({ heading: 'Exposure, of equity', dates, curves: exposure, text: percent, base: 0 }),
  ];
}

function tableOf({ caption, heading, rows, note, isLong }: TearsheetTable): string {
  const table = `${htmlTable(caption, heading, rows, wordColumns(rows))}${note === undefined ? '' : `\n<p class="note">${escaped(note)}</p>`}`;
  return isLong ? folded(caption, table) : table;
}

function folded(summary: string, inner: string): string {
  return `<details><summary>${escaped(summary)}</summary>\n${inner}</details>`;
}
