import type { GroupReport, StudyResult } from '@streakline/event-study';
import type { ReportedStudy, Shown, StudiedValue, StudyDocument } from '../document';
import { averageText, confidenceText, countText, dayText, shareText, windowText } from '../words/figures';
import { modelWords } from '../words/model-words';
import { groupHeading, groupRows, groupSentences } from '../words/group-table';
import { correlationSentence, modelSentence, portfolioSentence } from '../words/sentences';
import { testTable, type Tested } from '../words/test-table';
import { verdictOf } from '../words/verdict';
import { windowCells } from '../words/window-cells';
import { inColumns } from './columns';
import { paragraph } from './paragraph';

/** More windows than this make a table wider than a terminal: the others follow below. */
const WINDOWS_A_TABLE = 5;
/** Longer event windows are shown as curves; a test of every day of a year helps nobody. */
const MOST_DAYS = 61;

/**
 * The study in words and aligned columns, for a terminal, a log or a mail. Of several models the first is told at
 * length, and the others beside it.
 */
export function studyText({
  title,
  about,
  value = 'return',
  confidence = 0.95,
  studies,
  notes,
}: StudyDocument): string {
  const parts = [
    `${title}\n`,
    about.map((sentence) => paragraph(sentence)).join(''),
    ...studies.slice(0, 1).map((study) => modelText(study, { value, confidence })),
    studies.length > 1 ? modelsText(studies, value) : '',
    notes.length === 0 ? '' : `Notes\n${notes.map((note) => paragraph(note, '  ')).join('')}`,
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function modelText({ result, groups }: ReportedStudy, shown: Shown): string {
  const { value } = shown;
  const { name } = modelWords[result.model];
  const portfolio = portfolioSentence(result);
  const sentences = [modelSentence(result), correlationSentence(result), ...(portfolio === null ? [] : [portfolio])];
  const parts = [
    `${name.toUpperCase()}: ${countText(result.n, 'event')} of ${countText(result.firms, 'firm')}\n` +
      sentences.map((sentence) => paragraph(sentence)).join(''),
    result.windows.map((window) => paragraph(verdictOf(window, value))).join(''),
    windowTable(result, shown),
    ...testTables(result),
    dayTable(result, value),
    groups ? groupsText(groups, value) : '',
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function groupsText(groups: GroupReport, value: StudiedValue): string {
  const sentences = groupSentences(groups).map((sentence) => paragraph(sentence, '  '));
  return `BY GROUP\n${inColumns([groupHeading, ...groupRows(groups, value)], 2)}${sentences.join('')}`;
}

/** The first window, a model a column. */
function modelsText(studies: readonly ReportedStudy[], value: StudiedValue): string {
  const windows = studies.flatMap(({ result }) => result.windows.slice(0, 1).map((window) => ({ result, window })));
  const { rows } = testTable(windows.map(({ result, window }) => ({ name: result.model, tests: window.tests })));
  const table = inColumns([
    ['', ...windows.map(({ result }) => modelWords[result.model].name)],
    ['CAAR', ...windows.map(({ window }) => averageText(window.caar, value))],
    ['events', ...windows.map(({ window }) => String(window.n))],
    ['above 0', ...windows.map(({ window }) => shareText(window.positive))],
    ...rows.map(({ cells }) => cells),
  ]);
  return `UNDER EACH MODEL, over ${windowText(windows[0]?.window ?? { from: 0, to: 0 })}\n${table}`;
}

function windowTable({ windows }: StudyResult, { value, confidence }: Shown): string {
  const heading = [
    'window',
    'n',
    'CAAR',
    `${confidenceText(confidence)} interval`,
    'above 0',
    'weighted',
    'buy and hold',
  ];
  const rows = windows.map((window) => windowCells(window, value));
  return inColumns([heading, ...rows]);
}

/** Statistics with their p-values, two-sided, a test a row. */
function testTables({ windows }: StudyResult): readonly string[] {
  const tested = windows.map((window) => ({ name: windowText(window), tests: window.tests }));
  const tables: string[] = [];
  for (let first = 0; first < tested.length; first += WINDOWS_A_TABLE)
    tables.push(tableText(tested.slice(first, first + WINDOWS_A_TABLE)));
  return tables;
}

function tableText(tested: readonly Tested[]): string {
  const { heading, rows, unanswered } = testTable(tested);
  const reasons = unanswered.map((reason) => paragraph(reason, '  ')).join('');
  return inColumns([['test, statistic (p)', ...heading.slice(1)], ...rows.map(({ cells }) => cells)]) + reasons;
}

function dayTable({ days }: StudyResult, value: StudiedValue): string {
  if (days.length > MOST_DAYS) return '';
  const { rows } = testTable(days.map(({ day, tests }) => ({ name: dayText(day), tests })));
  const shown = rows.filter(({ test }) => DAY_TESTS.includes(test));
  const heading = ['day', 'n', 'AAR', 'above 0', ...shown.map(({ cells }) => cells[0] ?? '')];
  const lines = days.map((day, index) => [
    dayText(day.day),
    String(day.n),
    averageText(day.aar, value),
    shareText(day.positive),
    ...shown.map(({ cells }) => cells[index + 1] ?? ''),
  ]);
  return inColumns([heading, ...lines]);
}

/** One of each family; the others of every day are in the JSON answer and the HTML report. */
const DAY_TESTS: readonly string[] = ['crossSectional', 'adjustedBmp', 'grankT', 'generalisedSign'];
