import type { StudyEvent } from '../panel/panel';
import { likelySplit } from './likely-split';
import { daysAmong, priceCounts } from './row-counts';
import { dayInWords, daysInWords, type Finding, type ScreenedEvent, type ScreenOptions } from './suspicion';

/** A price at or below zero, or a return that says so, in the estimation or event window. */
export function nonPositivePrice({ event, prices }: ScreenedEvent, options: ScreenOptions): Finding | null {
  if (prices === null) return null;
  const days = daysSeen(priceCounts(prices).nonPositive, event, options);
  if (days.length === 0) return null;
  return {
    ...{ screen: 'nonPositivePrice', days, windows: null, evidence: { days: days.length } },
    detail: `A price at or below zero on ${daysInWords(event, days)}.`,
  };
}

/** Returns that look like k shares for m with no split on record, in the estimation or event window. */
export function unrecordedSplit({ event, prices }: ScreenedEvent, options: ScreenOptions): Finding | null {
  if (prices === null) return null;
  const [first, ...more] = daysSeen(priceCounts(prices).splits, event, options);
  const split = first === undefined ? null : likelySplit(prices, event.day0 + first);
  if (first === undefined || split === null) return null;
  const { to, from } = split;
  const others = more.length === 0 ? '' : `, and so on ${daysInWords(event, more)}`;
  return {
    ...{ screen: 'unrecordedSplit', days: [first, ...more], windows: null },
    evidence: { to, from, return: split.return },
    detail: `The return of ${split.return.toFixed(4)} on ${dayInWords(event, first)} looks like ${to} shares for ${from} with no split on record${others}.`,
  };
}

function daysSeen(rows: readonly number[], event: StudyEvent, { estimation, event: window }: ScreenOptions): number[] {
  return [...daysAmong(rows, event, estimation), ...daysAmong(rows, event, window)];
}
