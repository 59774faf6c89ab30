import { countOver, rowCounts } from './row-counts';
import { daysInWords, type Finding, type ScreenedEvent, type ScreenOptions, windowsWith } from './suspicion';

/** No return on day 0. */
export function noBarOnDay0({ event }: ScreenedEvent): Finding | null {
  if (countOver(rowCounts(event.series).own, event, { from: 0, to: 0 }) === 1) return null;
  return {
    ...{ screen: 'noBarOnDay0', days: [0], windows: null, evidence: {} },
    detail: `No return on ${daysInWords(event, [0])}.`,
  };
}

/** Event days without a return: the windows that contain them would be sums over the days that happen to be there. */
export function missingEventDays({ event }: ScreenedEvent, options: ScreenOptions): Finding | null {
  const { own } = rowCounts(event.series);
  const { from, to } = options.event;
  if (countOver(own, event, options.event) === to - from + 1) return null;
  const days: number[] = [];
  for (let day = from; day <= to; day++) if (countOver(own, event, { from: day, to: day }) === 0) days.push(day);
  return {
    ...{ screen: 'missingEventDays', days, windows: windowsWith(days, options.windows) },
    evidence: { missing: days.length },
    detail: `No return on ${daysInWords(event, days)}.`,
  };
}
