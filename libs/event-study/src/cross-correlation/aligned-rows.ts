import type { Panel, StudyEvent, WindowDays } from '../panel/panel';
import type { Stepwise } from '../study/progress';
import { DayAxis } from './day-axis';

/** Each event's estimation-window abnormal returns, laid on one axis of days so that two events can be compared. */
export interface AlignedRows {
  /** Place of the event's first and last day on the axis, both inclusive; last < first where it has none. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** From `first` to `last`, one a day of the axis; NaN where there is none. */
  readonly values: readonly Float64Array[];
}

/** By calendar day, for firms of different calendars too. */
export function* alignByCalendar(panel: Panel): Stepwise<AlignedRows> {
  const spans = panel.events.map((event) => daysOf(event, panel.estimation));
  const axis = yield* DayAxis.of(spans);
  const first = Int32Array.from(spans, (span) => (span.length === 0 ? 0 : axis.placeOf(span[0]!)));
  const last = Int32Array.from(spans, (span) => (span.length === 0 ? -1 : axis.placeOf(span[span.length - 1]!)));
  const values = spans.map((span, event) => {
    const before = Math.max(0, -(panel.events[event]!.day0 + panel.estimation.from));
    const own = estimationRow(panel, event).subarray(before, before + span.length);
    // On the common calendar the row needs no copy; a firm that lacks some of its days is spread out over them.
    return last[event]! - first[event]! + 1 === span.length ? own : spread(own, span, axis);
  });
  return { first, last, values };
}

/** By distance from each event's own day 0: the pairing that Kolari and Pynnönen 2010 do not mean, given for comparison. */
export function alignByEventTime(panel: Panel): AlignedRows {
  return {
    first: new Int32Array(panel.n),
    last: new Int32Array(panel.n).fill(panel.estimationDays - 1),
    values: panel.events.map((_, event) => estimationRow(panel, event)),
  };
}

/** Calendar days of an event's window, as far as its series has them. */
export function daysOf({ series, day0 }: StudyEvent, window: WindowDays): Int32Array {
  return series.days.subarray(Math.max(0, day0 + window.from), Math.max(0, day0 + window.to + 1));
}

function estimationRow({ abnormal, estimationDays, eventDays }: Panel, event: number): Float64Array {
  const start = event * (estimationDays + eventDays);
  return abnormal.subarray(start, start + estimationDays);
}

function spread(own: Float64Array, days: Int32Array, axis: DayAxis): Float64Array {
  const first = axis.placeOf(days[0]!);
  const values = new Float64Array(axis.placeOf(days[days.length - 1]!) - first + 1).fill(Number.NaN);
  for (let i = 0; i < days.length; i++) values[axis.placeOf(days[i]!) - first] = own[i]!;
  return values;
}
