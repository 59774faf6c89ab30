import type { Stepwise } from '../study/progress';
import { StudyError } from '../study-error';
import { checkSeries } from './check-series';
import type { ModelName, PanelOptions, StudyEvent, WindowDays } from './panel';

/** Throws StudyError unless the windows can be computed and every event's rows agree with each other. */
export function* checkStudy(events: readonly StudyEvent[], options: PanelOptions): Stepwise<void> {
  checkWindows(options);
  const needed = factorsNeeded(options);
  const factors = events[0]?.series.factors.length ?? needed;
  const checked = new Set<StudyEvent['series']>();
  for (const event of events) {
    checkDay0(event);
    if (checked.has(event.series)) continue;
    checked.add(event.series);
    checkSeries(event, needed, factors);
    if (checked.size % SERIES_A_STEP === 0) yield { phase: 'checking', done: checked.size, total: events.length };
  }
  checkSpans(events, options);
}

const SERIES_A_STEP = 32;

/** Factors that a model cannot do without. */
export function factorsNeeded({ model }: PanelOptions): number {
  return model === 'meanAdjusted' ? 0 : 1;
}

function checkWindows({ estimation, event, windows, dimson }: PanelOptions): void {
  for (const window of [estimation, event, ...windows]) checkWindow(window);
  if (estimation.to >= event.from && estimation.from <= event.to) {
    throw new StudyError(
      'estimationOverlapsEvent',
      `The estimation window ${text(estimation)} overlaps the event window ${text(event)}: what is normal would be measured on the event itself; end it before day ${event.from}.`,
    );
  }
  for (const window of windows) {
    if (window.from >= event.from && window.to <= event.to) continue;
    throw new StudyError(
      'windowOutsideEvent',
      `The window ${text(window)} reaches beyond the event window ${text(event)}: widen the event window or narrow this one.`,
    );
  }
  if (windows.length === 0) throw new StudyError('noWindows', 'No window to cumulate over: give at least one.');
  const { lags, leads } = dimson ?? { lags: 1, leads: 1 };
  if (whole(lags) && whole(leads) && lags >= 0 && leads >= 0) return;
  throw new StudyError('invalidDimson', `Dimson lags ${lags} and leads ${leads} must be whole numbers from 0 on.`);
}

function checkWindow(window: WindowDays): void {
  if (whole(window.from) && whole(window.to) && window.from <= window.to) return;
  throw new StudyError(
    'invalidWindow',
    `The window ${text(window)} is none: both ends are whole days relative to day 0, the first not after the last.`,
  );
}

function checkDay0({ id, firm, series, day0 }: StudyEvent): void {
  const rows = series.returns.length;
  if (whole(day0) && day0 >= 0 && day0 < rows) return;
  throw new StudyError('invalidDay0', `Event ${id} has its day 0 in row ${day0} of ${firm}, which has ${rows} rows.`);
}

function checkSpans(events: readonly StudyEvent[], { model }: PanelOptions): void {
  if (model === 'meanAdjusted' || model === 'market' || model === 'factors') return;
  const spanning = events.find(({ series }) => series.spans !== undefined);
  if (spanning === undefined) return;
  throw new StudyError(
    'spansWithoutModel',
    `Event ${spanning.id} of ${spanning.firm} has returns from trade to trade, which the ${hyphenated(model)} model cannot weigh: take the market, mean-adjusted or factors model.`,
  );
}

const whole = Number.isInteger;

/** As command lines and prose write it: market-adjusted, scholes-williams. */
function hyphenated(model: ModelName): string {
  return model.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function text({ from, to }: WindowDays): string {
  return `[${from}, ${to}]`;
}
