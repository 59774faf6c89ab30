import { meanCorrelation, meanEventTimeCorrelation } from '../cross-correlation/mean-correlation';
import { eventResult } from '../panel/event-result';
import { fillAbnormal } from '../panel/lazy-abnormal';
import type { Panel } from '../panel/panel';
import { figuresOf, rankFiguresOf } from '../tests/figures';
import { rankPass } from '../tests/rank-pass';
import { reactionsOf } from '../tests/reactions';
import { Samples } from '../tests/sample';
import type { Stepwise } from './progress';
import { referenceDay, type ReferenceDay } from './reference-day';
import { referenceWindow, type ReferenceWindow } from './reference-window';
import { defaultVariants } from './study-options';

/** One event; `coef` as the model orders them, empty where nothing is estimated. */
export interface ReferenceEvent {
  readonly eventId: string;
  readonly firm: string;
  readonly M: number;
  readonly coef: readonly number[];
  readonly s: number;
  readonly ar: readonly (number | null)[];
  readonly sar: readonly (number | null)[];
  readonly car: number | null;
  readonly scar: number | null;
  readonly Cwin: number | null;
}

/** A study in the short form that test programs exchange: every variant beside the other, null where one has no answer. */
export interface ReferenceForm {
  readonly N: number;
  readonly pHatGsign: number | null;
  readonly rBar: number | null;
  readonly days: readonly ReferenceDay[];
  readonly window: ReferenceWindow;
  readonly events: readonly ReferenceEvent[];
  readonly rBarCalendar: number | null;
  readonly rBarEventTime: number | null;
  readonly note: string;
}

/**
 * The study of the panel's whole event window, which must be one of its windows (RangeError otherwise). Events are paired
 * by calendar for the adjusted tests. `seed` draws the pairs where there are too many to look at all.
 */
export function* referenceForm(panel: Panel, { seed = 1 }: { seed?: number } = {}): Stepwise<ReferenceForm> {
  const whole = wholeWindowOf(panel);
  yield* fillAbnormal(panel);
  const correlation = yield* meanCorrelation(panel, 'estimationOverlap', { seed });
  const eventTime = yield* meanEventTimeCorrelation(panel, { seed });
  const reactions = yield* reactionsOf(panel);
  const ranks = rankFiguresOf(panel, yield* rankPass(panel, reactions));
  const figures = yield* figuresOf(panel, reactions, { variants: defaultVariants, correlation });
  const samples = new Samples(panel, reactions);
  const days: ReferenceDay[] = [];
  for (let day = 0; day < panel.eventDays; day++) {
    yield { phase: 'tests', done: day, total: panel.eventDays };
    days.push(referenceDay(samples.at(day), figures, ranks));
  }
  return {
    ...{ N: panel.n, pHatGsign: figures.positiveShare, rBar: correlation.value, days },
    window: referenceWindow(samples.at(panel.eventDays + whole), figures, ranks),
    events: panel.events.map((_, event) => referenceEvent(panel, event, whole)),
    ...{ rBarCalendar: correlation.value, rBarEventTime: eventTime, note: 'adj_* use r_bar_calendar' },
  };
}

function wholeWindowOf({ windows, event }: Panel): number {
  const whole = windows.findIndex(({ from, to }) => from === event.from && to === event.to);
  if (whole >= 0) return whole;
  throw new RangeError(
    `None of the panel's windows is the whole event window [${event.from},${event.to}]: add it to its windows.`,
  );
}

function referenceEvent(panel: Panel, event: number, window: number): ReferenceEvent {
  const { id, firm, observations, coefficients, residualSd, ar, sar, windows } = eventResult(panel, event);
  const { car, scar } = windows[window]!;
  const factor = panel.windowFactors[event * panel.windows.length + window]!;
  return {
    ...{ eventId: id, firm, M: observations, coef: coefficients, s: residualSd, ar, sar, car, scar },
    Cwin: Number.isNaN(factor) ? null : factor,
  };
}
