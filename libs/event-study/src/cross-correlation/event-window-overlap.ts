import type { Panel } from '../panel/panel';
import { daysOf } from './aligned-rows';

/** Which calendar days each event's event window covers. */
export interface EventWindows {
  /** First and last day since 1970-01-01; last < first where it has none. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Share of the event window's days that two events have in common: 1 on the same days, 0 apart. */
  share(a: number, b: number): number;
}

export function eventWindowsOf(panel: Panel): EventWindows {
  const spans = panel.events.map((event) => daysOf(event, panel.event));
  return {
    first: Int32Array.from(spans, (days) => days[0] ?? 0),
    last: Int32Array.from(spans, (days) => days.at(-1) ?? -1),
    share: (a, b) => inCommon(spans[a]!, spans[b]!) / panel.eventDays,
  };
}

/** Numbers that are in both ascending lists. */
function inCommon(a: Int32Array, b: Int32Array): number {
  let [i, j, common] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [one, other] = [a[i]!, b[j]!];
    if (one === other) common++;
    if (one <= other) i++;
    if (other <= one) j++;
  }
  return common;
}
