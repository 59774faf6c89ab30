import type { PanelArrays, UnfitCode } from '../panel/panel';
import type { EventRows } from './event-rows';

/** One of the models, at work on a panel: what it writes for each event. */
export interface NormalReturnModel {
  /** K: parameters that the residuals' degrees of freedom lack. */
  readonly parameters: number;
  /** C: coefficients an event. */
  readonly coefficientCount: number;
  /** Nanoseconds that a row of an event takes, about: decides how many events make a step. */
  readonly rowCost: number;
  /**
   * Writes row `at` of every array; null when it did, or why the model has no answer for this event. What it wrote then
   * is written over by the next event.
   */
  write(rows: Readonly<EventRows>, panel: PanelArrays, at: number): UnfitCode | null;
  /** Writes the residuals of the estimation days of the event in row `at`, by its coefficients, from `target[to]` on. */
  writeResiduals(rows: Readonly<EventRows>, panel: PanelArrays, at: number, target: Float64Array, to: number): void;
}

/** How many days and which windows a model writes. */
export interface PanelShape {
  readonly estimationDays: number;
  readonly eventDays: number;
  /** Factors that a series carries beside the returns. */
  readonly factors: number;
  /** First and last event day of each window, 0..L-1, two entries a window. */
  readonly windows: Int32Array;
}

/**
 * Squared residuals this small beside the squared returns (12 digits of the returns) are what rounding leaves of none: a
 * firm that is its own benchmark, or a price that never moved. Nothing can be standardised by them.
 */
export const NO_RESIDUAL = 1e-24;
