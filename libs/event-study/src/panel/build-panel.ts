import { RowFinder } from '../models/event-rows';
import { modelFor } from '../models/model-for';
import type { NormalReturnModel, PanelShape } from '../models/normal-return-model';
import type { Stepwise } from '../study/progress';
import { checkStudy, factorsNeeded } from './check-options';
import { lazyAbnormal } from './lazy-abnormal';
import type { Panel, PanelOptions, StudyEvent, UnfitEvent } from './panel';
import { allocate, trimmed } from './panel-arrays';
import { unfitMessage } from './unfit-message';

/**
 * Abnormal returns of all events with their variances, by the model asked for (Brown and Warner 1985; forecast errors
 * by Mikkelson and Partch 1988). Events that the model has no answer for are named in `unfit`. A series may serve many
 * events; rows of it without a return, or without a factor, are NaN in the panel. Throws StudyError where the study as
 * a whole cannot be computed: windows that overlap or reach too far, a missing factor, a day 0 that is no row.
 *
 *     const panel = complete(buildPanel(events, { model: 'market', estimation, event, windows: [event] }));
 */
export function* buildPanel(events: readonly StudyEvent[], options: PanelOptions): Stepwise<Panel> {
  yield* checkStudy(events, options);
  const shape = shapeOf(events, options);
  const spanning = events.some(({ series }) => series.spans !== undefined);
  const model = modelFor(options, shape, spanning);
  const finder = new RowFinder(options, shape.factors);
  const arrays = allocate(events.length, shape, model);
  const used: StudyEvent[] = [];
  const unfit: UnfitEvent[] = [];
  const pause = eventsAStep(shape, model);
  for (let place = 0; place < events.length; place++) {
    const event = events[place]!;
    const code = model.write(finder.of(event), arrays, used.length);
    if (code === null) used.push(event);
    else unfit.push({ event, code, message: unfitMessage(event, code) });
    if (place % pause === pause - 1) yield { phase: 'abnormal returns', done: place + 1, total: events.length };
  }
  const { estimationDays, eventDays } = shape;
  const { parameters, coefficientCount } = model;
  const head = { events: used, unfit, n: used.length, estimationDays, eventDays, parameters, coefficientCount };
  const figures = trimmed(arrays, used.length, shape, model);
  return lazyAbnormal({ ...options, ...head }, figures, { shape, model, finder, pause });
}

function shapeOf(events: readonly StudyEvent[], options: PanelOptions): PanelShape {
  const { estimation, event, windows } = options;
  return {
    estimationDays: estimation.to - estimation.from + 1,
    eventDays: event.to - event.from + 1,
    factors: events[0]?.series.factors.length ?? factorsNeeded(options),
    windows: Int32Array.from(windows.flatMap(({ from, to }) => [from - event.from, to - event.from])),
  };
}

/** A step takes about a millisecond once the code is warm, and not too many before. */
function eventsAStep({ estimationDays, eventDays }: PanelShape, { rowCost }: NormalReturnModel): number {
  return Math.max(1, Math.floor(1_000_000 / ((estimationDays + eventDays) * rowCost)));
}
