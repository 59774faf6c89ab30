import type { RowFinder } from '../models/event-rows';
import type { NormalReturnModel, PanelShape } from '../models/normal-return-model';
import { complete, type Stepwise } from '../study/progress';
import type { Panel, PanelArrays } from './panel';

/** What it takes to write the residuals of a panel's events again. */
export interface PanelMaking {
  readonly shape: PanelShape;
  readonly model: NormalReturnModel;
  readonly finder: RowFinder;
  /** Events a step. */
  readonly pause: number;
}

type PanelHead = Omit<Panel, 'abnormal' | keyof PanelArrays>;

/** What panels still have to write, until they have. */
const unwritten = new WeakMap<Panel, () => Stepwise<Float64Array>>();

/**
 * A panel whose residuals wait until somebody asks. They are six of seven numbers in it: touching that much fresh
 * memory takes longer than the regressions.
 */
export function lazyAbnormal(head: PanelHead, { eventAbnormal, ...figures }: PanelArrays, making: PanelMaking): Panel {
  let written: Float64Array | null = null;
  const write = function* (): Stepwise<Float64Array> {
    if (written !== null) return written;
    const abnormal = yield* writeAbnormal(panel, { ...figures, eventAbnormal }, making);
    // Somebody may have asked between the steps: what was handed out first stays.
    return (written ??= abnormal);
  };
  const panel: Panel = {
    ...head,
    ...figures,
    get abnormal() {
      return written ?? complete(write());
    },
  };
  unwritten.set(panel, write);
  return panel;
}

/**
 * Writes `panel.abnormal` in steps, so that whoever asks for it next does not wait; nothing where it is written already.
 */
export function* fillAbnormal(panel: Panel): Stepwise<void> {
  const write = unwritten.get(panel);
  if (write === undefined) return;
  yield* write();
  unwritten.delete(panel);
}

function* writeAbnormal(panel: PanelHead, arrays: PanelArrays, making: PanelMaking): Stepwise<Float64Array> {
  const { model, finder, pause } = making;
  const { estimationDays, eventDays } = making.shape;
  const width = estimationDays + eventDays;
  const abnormal = new Float64Array(panel.n * width);
  for (let at = 0; at < panel.n; at++) {
    model.writeResiduals(finder.of(panel.events[at]!), arrays, at, abnormal, at * width);
    const event = at * width + estimationDays;
    for (let day = 0; day < eventDays; day++) abnormal[event + day] = arrays.eventAbnormal[at * eventDays + day]!;
    if (at % pause === pause - 1) yield { phase: 'residuals', done: at + 1, total: panel.n };
  }
  return abnormal;
}
