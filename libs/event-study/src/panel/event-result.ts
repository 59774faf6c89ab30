import type { EventResult } from '../study/study-result';
import { buyAndHoldAbnormal } from './buy-and-hold';
import type { Panel } from './panel';

/** One event's figures: its row `place` of the panel, figures without a return null. */
export function eventResult(panel: Panel, place: number): EventResult {
  const { coefficientCount, eventDays } = panel;
  const { id, firm, group } = panel.events[place]!;
  const residualSd = panel.residualSd[place]!;
  const ar = abnormalReturns(panel, place);
  return {
    ...{ id, firm, group, residualSd, ar },
    observations: panel.observations[place]!,
    coefficients: Array.from(panel.coefficients.subarray(place * coefficientCount, (place + 1) * coefficientCount)),
    sar: ar.map((one, day) =>
      one === null ? null : one / (residualSd * Math.sqrt(panel.forecastFactors[place * eventDays + day]!)),
    ),
    windows: panel.windows.map((_, window) => windowFigures(panel, place, window)),
  };
}

function abnormalReturns({ abnormal, estimationDays, eventDays }: Panel, place: number): readonly (number | null)[] {
  const from = place * (estimationDays + eventDays) + estimationDays;
  return Array.from(abnormal.subarray(from, from + eventDays), (one) => (Number.isNaN(one) ? null : one));
}

function windowFigures(panel: Panel, place: number, window: number): EventResult['windows'][number] {
  const { from, to } = panel.windows[window]!;
  const at = place * panel.windows.length + window;
  if (panel.windowDays[at] === 0) return { from, to, car: null, scar: null, bhar: null };
  const car = panel.cumulative[at]!;
  const scar = car / (panel.residualSd[place]! * Math.sqrt(panel.windowFactors[at]!));
  return { from, to, car, scar, bhar: buyAndHoldAbnormal(panel, place, window) };
}
