import type { StudyEvent, WindowDays } from '../panel/panel';
import { countOver, priceCounts, rowCounts } from './row-counts';
import { daysInWords, type Finding, type ScreenedEvent, type ScreenOptions, windowsWith } from './suspicion';

/** Of the instrument's own estimation days, the share without the benchmark beyond which the benchmark is the wrong one. */
const MOST_WITHOUT_BENCHMARK = 0.1;
/** Share of estimation days without trading or with an unchanged price beyond which betas are doubtful; such days measure illiquidity (Lesmond, Ogden and Trzcinka 1999). */
const MOST_WITHOUT_CHANGE = 0.25;

/** Too few usable days to estimate on. */
export function shortEstimation(
  { event }: ScreenedEvent,
  { estimation, minEstimationDays }: ScreenOptions,
): Finding | null {
  const usable = usableDays(event, estimation);
  if (usable >= minEstimationDays) return null;
  const days = estimation.to - estimation.from + 1;
  return {
    ...{ screen: 'shortEstimationWindow', days: [], windows: null },
    evidence: { usable, needed: minEstimationDays },
    detail: `${usable} usable of ${days} estimation days; ${minEstimationDays} are asked for.`,
  };
}

/** Days with a return and all factors, less those omitted. */
function usableDays(event: StudyEvent, estimation: WindowDays): number {
  const { usable } = rowCounts(event.series);
  let days = countOver(usable, event, estimation);
  for (const day of event.omittedDays) days -= countOver(usable, event, { from: day, to: day });
  return days;
}

/** Days on which the instrument has a return and a factor has none. */
export function benchmarkGaps({ event }: ScreenedEvent, options: ScreenOptions): Finding | null {
  const missing = eventDaysWithout(event, options.event);
  const { own, usable } = rowCounts(event.series);
  const days = countOver(own, event, options.estimation);
  const without = days - countOver(usable, event, options.estimation);
  const isWrong = without > days * MOST_WITHOUT_BENCHMARK;
  if (missing.length === 0 && !isWrong) return null;
  const onDays = missing.length === 0 ? '' : ` and on event days ${daysInWords(event, missing)}`;
  return {
    ...{ screen: 'benchmarkWithoutSessions', days: missing },
    windows: isWrong ? null : windowsWith(missing, options.windows),
    evidence: { estimationDays: without, eventDays: missing.length },
    detail: `The benchmark has no return on ${without} of ${days} estimation days that have one${onDays}.`,
  };
}

function eventDaysWithout(event: StudyEvent, window: WindowDays): readonly number[] {
  const { own, usable } = rowCounts(event.series);
  if (countOver(own, event, window) === countOver(usable, event, window)) return [];
  const days: number[] = [];
  for (let day = window.from; day <= window.to; day++) {
    const here = { from: day, to: day };
    if (countOver(own, event, here) > countOver(usable, event, here)) days.push(day);
  }
  return days;
}

/** Too many days without trading, or at an unchanged price, between the first and the last return of the estimation window. */
export function thinTrading({ event, prices }: ScreenedEvent, { estimation }: ScreenOptions): Finding | null {
  if (prices === null) return null;
  const { idle, priced } = priceCounts(prices);
  const first = priced[placeFrom(priced, event.day0 + estimation.from)];
  const last = priced[placeFrom(priced, event.day0 + estimation.to + 1) - 1];
  if (first === undefined || last === undefined || last < first) return null;
  const [days, still] = [last - first + 1, idle[last + 1]! - idle[first]!];
  if (still <= days * MOST_WITHOUT_CHANGE) return null;
  return {
    ...{ screen: 'thinTrading', days: [], windows: null },
    evidence: { days, withoutChange: still },
    detail: `On ${still} of ${days} estimation days nothing was traded or the price stood still.`,
  };
}

/** The place of the first row that is not before a row. */
function placeFrom(rows: Int32Array, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
