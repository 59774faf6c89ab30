import type { StudyDocument } from '@streakline/study-report';
import { dateOf } from './cells';
import type { FileStudyOptions } from './file-options';
import type { FileStudy } from './file-study';
import type { ModelStudy } from './study-model';
import { linesOf } from './warnings';

const values = { return: 'return', 'log-volume': 'logVolume', volatility: 'volatility' } as const;

/** The studies for people: as text, as curves, as a page. */
export function documentOf(
  study: FileStudy,
  studies: readonly ModelStudy[],
  { value, confidence }: FileStudyOptions,
  failures: readonly string[],
): StudyDocument {
  return {
    title: `Event study of ${study.events.file}`,
    about: aboutOf(study),
    value: values[value],
    confidence,
    studies: studies.flatMap(({ result, events, groups }) =>
      result ? [{ result, events, ...(groups && { groups }) }] : [],
    ),
    notes: [...failures, ...linesOf(studies.map(({ told }) => told))],
  };
}

function aboutOf({ returns, events, market, factors, logReturns, tradeToTrade }: FileStudy): readonly string[] {
  const dates = events.events.map(({ day }) => day);
  const span = spanOf(dates);
  const others = factors.filter((name) => name !== market);
  return [
    `${events.events.length} events from ${dateOf(span.first)} to ${dateOf(span.last)}, returns of ${returns.file}.`,
    market === null ? 'No column is left for a market.' : `The market is ${market}${listed(others)}.`,
    ...(tradeToTrade ? ['Returns are from trade to trade, the factors over the same days.'] : []),
    ...(logReturns ? ['Returns are logarithms, ln(1 + r).'] : []),
  ];
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? '' : `; other factors: ${names.join(', ')}`;
}

/** Without spreading: a file may hold more events than a call takes arguments. */
function spanOf(days: readonly number[]): { readonly first: number; readonly last: number } {
  let [first, last] = [Infinity, -Infinity];
  for (const day of days) [first, last] = [Math.min(first, day), Math.max(last, day)];
  return { first, last };
}
