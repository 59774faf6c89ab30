import type { Panel } from '../panel/panel';
import type { Stepwise } from '../study/progress';

/**
 * What the tests look at, one row a point: first the L event days, then the W windows; a column an event. Day by day the
 * panel lies scattered over memory, so it is turned over once for all tests.
 */
export interface Reactions {
  readonly points: number;
  readonly n: number;
  /** points x n: AR of the days, CAR of the windows; NaN without a return. */
  readonly raw: Float64Array;
  /**
   * points x n: SAR and SCAR, the same over its own forecast standard error (Patell 1976; Mikkelson and Partch 1988).
   * NaN also where the model left no residual to standardise by.
   */
  readonly standardised: Float64Array;
}

export function* reactionsOf(panel: Panel): Stepwise<Reactions> {
  const { n, estimationDays, eventDays, abnormal, forecastFactors, cumulative, windowFactors } = panel;
  const width = estimationDays + eventDays;
  const windows = panel.windows.length;
  const points = eventDays + windows;
  const raw = new Float64Array(points * n);
  const standardised = new Float64Array(points * n);
  for (let event = 0; event < n; event++) {
    if (event % EVENTS_A_STEP === 0) yield { phase: 'standardising', done: event, total: n };
    const sd = usableSd(panel.residualSd[event]!);
    for (let day = 0; day < eventDays; day++) {
      const value = abnormal[event * width + estimationDays + day]!;
      raw[day * n + event] = value;
      standardised[day * n + event] = value / (sd * Math.sqrt(forecastFactors[event * eventDays + day]!));
    }
    for (let window = 0; window < windows; window++) {
      const value = cumulative[event * windows + window]!;
      const at = (eventDays + window) * n + event;
      raw[at] = value;
      standardised[at] = value / (sd * Math.sqrt(windowFactors[event * windows + window]!));
    }
  }
  return { points, n, raw, standardised };
}

const EVENTS_A_STEP = 4_096;

/** Zero over zero would make infinities beside NaN: without a residual there is nothing to standardise by. */
export function usableSd(residualSd: number): number {
  return residualSd > 0 ? residualSd : Number.NaN;
}

/** The numbers among one point's values, in the order of the events. `into` is overwritten and the answer is part of it. */
export function numbersAt(values: Float64Array, point: number, n: number, into: Float64Array): Float64Array {
  let count = 0;
  for (let at = point * n; at < (point + 1) * n; at++) {
    const value = values[at]!;
    if (!Number.isNaN(value)) into[count++] = value;
  }
  return into.subarray(0, count);
}
