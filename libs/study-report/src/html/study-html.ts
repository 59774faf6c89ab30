import type { StudyResult } from '@streakline/event-study';
import { studySvg } from '../chart/study-svg';
import { escaped } from '../chart/markup';
import type { ReportedStudy, Shown, StudiedValue, StudyDocument } from '../document';
import { averageText, confidenceText, countText, dayText, shareText, windowText } from '../words/figures';
import { modelWords } from '../words/model-words';
import { groupHeading, groupRows, groupSentences } from '../words/group-table';
import { correlationSentence, modelSentence, portfolioSentence } from '../words/sentences';
import { testTable, type Tested } from '../words/test-table';
import { testWords } from '../words/test-words';
import { verdictOf } from '../words/verdict';
import { windowCells } from '../words/window-cells';
import { eventsTable } from './events-table';
import { htmlPage } from './page';
import { htmlTable, list, paragraphs } from './tags';

/**
 * The study as one HTML page: verdicts, curves, all tests by window and by day, the events, what was left out, and the
 * papers. It holds its style and its charts, runs no script and fetches nothing.
 */
export function studyHtml(document: StudyDocument): string {
  const { title, about, studies, notes, value = 'return', confidence = 0.95 } = document;
  const body = [
    `<h1>${escaped(title)}</h1>`,
    paragraphs(about),
    ...studies.map((study) => section(study, title, { value, confidence })),
    notes.length === 0 ? '' : `<h2>Notes</h2>\n${list(notes)}`,
    `<h2>Tests and their sources</h2>\n${list(sourcesOf(studies))}`,
    '<p>Nothing here says "caused": it says what was beyond the model, and how often chance alone gives as much.</p>',
  ];
  return htmlPage(title, body.filter((part) => part !== '').join('\n'));
}

function section(study: ReportedStudy, title: string, shown: Shown): string {
  const { value } = shown;
  const { result, events, groups } = study;
  const { name } = modelWords[result.model];
  const portfolio = portfolioSentence(result);
  return [
    `<h2>${escaped(name.charAt(0).toUpperCase() + name.slice(1))}</h2>`,
    paragraphs([
      `${countText(result.n, 'event')} of ${countText(result.firms, 'firm')}.`,
      modelSentence(result),
      correlationSentence(result),
      ...(portfolio === null ? [] : [portfolio]),
    ]),
    list(result.windows.map((window) => verdictOf(window, value))),
    studySvg({ title: `${title}: ${name}`, about: [], notes: [], studies: [study], ...shown }).trimEnd(),
    windowsTable(result, shown),
    testsOf(
      'Tests by window: statistic, and p-value (two-sided)',
      result.windows.map((window) => ({ name: windowText(window), tests: window.tests })),
    ),
    daysTable(result, value),
    `<details><summary>Tests by day</summary>\n${testsOf(
      'Tests by day: statistic, and p-value (two-sided)',
      result.days.map(({ day, tests }) => ({ name: dayText(day), tests })),
    )}</details>`,
    groups
      ? `${htmlTable('By group', groupHeading, groupRows(groups, value))}\n${paragraphs(groupSentences(groups))}`
      : '',
    events.length === 0 ? '' : eventsTable(events, value),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function windowsTable({ windows }: StudyResult, { value, confidence }: Shown): string {
  const heading = [
    'Window',
    'Events',
    'CAAR',
    `${confidenceText(confidence)} interval`,
    'Above 0',
    'Precision-weighted',
    'Buy and hold',
  ];
  const rows = windows.map((window) => windowCells(window, value));
  return htmlTable('Cumulative average abnormal returns', heading, rows);
}

function daysTable({ days, curve }: StudyResult, value: StudiedValue): string {
  const rows = days.map((day, index) => [
    dayText(day.day),
    String(day.n),
    averageText(day.aar, value),
    shareText(day.positive),
    averageText(curve[index]?.caar ?? null, value),
  ]);
  return htmlTable('Average abnormal returns by day', ['Day', 'Events', 'AAR', 'Above 0', 'CAAR so far'], rows);
}

function testsOf(caption: string, tested: readonly Tested[]): string {
  const { heading, rows, unanswered } = testTable(tested);
  const table = htmlTable(
    caption,
    ['Test', ...heading.slice(1)],
    rows.map(({ cells }) => cells),
  );
  return unanswered.length === 0 ? table : `${table}\n${list(unanswered)}`;
}

function sourcesOf(studies: readonly ReportedStudy[]): readonly string[] {
  const used = new Set(
    studies.flatMap(({ result }) => result.windows.flatMap(({ tests }) => tests.map((t) => t.test))),
  );
  return [...used].map((test) => `${testWords[test].name}: ${testWords[test].paper}`);
}
