import type { TestResult, WindowResult } from '@streakline/event-study';
import type { StudiedValue } from '../document';
import { averageText, countText, pValueText, windowText } from './figures';
import { testWords } from './test-words';

/** What a reader most likely wants to know of a window, and no more than the tests say. */
export function verdictOf(window: WindowResult, value: StudiedValue): string {
  if (window.caar === null) return `Over ${windowText(window)} no event has a figure.`;
  const found = `Over ${windowText(window)} the average of ${countText(window.n, 'event')} is ${averageText(window.caar, value)} beyond the model, ${Math.round(window.positive * window.n)} of them above zero.`;
  return `${found} ${testsInWords(window.tests)}`;
}

function testsInWords(tests: readonly TestResult[]): string {
  const answered = tests.flatMap(({ pValue, test }) => (pValue === null ? [] : [{ pValue, test }]));
  if (answered.length === 0) return 'No test could be computed.';
  const below = answered.filter(({ pValue }) => pValue < 0.05).length;
  const adjusted = answered.find(({ test }) => test === 'adjustedBmp');
  const cautious = adjusted
    ? ` With the correlation between events taken into account (${testWords.adjustedBmp.name}) p is ${pValueText(adjusted.pValue)}.`
    : '';
  return `${below} of ${countText(answered.length, 'test')} put the chance of as much without any effect below 5%.${cautious}`;
}
