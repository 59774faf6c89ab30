import type { Panel } from '../panel/panel';
import type { Stepwise } from '../study/progress';

/** What tests want of the estimation windows, from one walk over them. */
export interface EstimationSummary {
  /** AAR of the estimation days, in their order; days on which no event has a return are left out. */
  readonly averages: Float64Array;
  /** Mean over events of the share of positive abnormal returns among their estimation days; null without any. */
  readonly positiveShare: number | null;
}

export function* estimationSummary(panel: Panel): Stepwise<EstimationSummary> {
  const { n, estimationDays, eventDays, abnormal } = panel;
  const width = estimationDays + eventDays;
  const sums = new Float64Array(estimationDays);
  const missing = new Int32Array(estimationDays);
  let shares = 0;
  let events = 0;
  for (let event = 0; event < n; event++) {
    if (event % EVENTS_A_STEP === 0) yield { phase: 'estimation windows', done: event, total: n };
    const share = addEvent(abnormal.subarray(event * width, event * width + estimationDays), sums, missing);
    if (Number.isNaN(share)) continue;
    shares += share;
    events++;
  }
  const averages = sums.map((sum, day) => sum / (n - missing[day]!)).filter((average) => !Number.isNaN(average));
  return { averages, positiveShare: events === 0 ? null : shares / events };
}

/** Returns the share of positive values; NaN of an event without any. */
function addEvent(row: Float64Array, sums: Float64Array, missing: Int32Array): number {
  let positive = 0;
  let usable = 0;
  for (let day = 0; day < row.length; day++) {
    const value = row[day]!;
    if (Number.isNaN(value)) {
      missing[day]! += 1;
      continue;
    }
    sums[day]! += value;
    usable++;
    // A branch on a sign is mispredicted every other day, which costs more than all the rest.
    positive += Number(value > 0);
  }
  return positive / usable;
}

const EVENTS_A_STEP = 2_048;
