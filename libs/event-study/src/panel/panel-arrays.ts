import type { NormalReturnModel, PanelShape } from '../models/normal-return-model';
import type { PanelArrays } from './panel';

/** Room for n events. */
export function allocate(n: number, shape: PanelShape, { coefficientCount }: NormalReturnModel): PanelArrays {
  const windows = shape.windows.length / 2;
  return {
    eventAbnormal: new Float64Array(n * shape.eventDays),
    coefficients: new Float64Array(n * coefficientCount),
    observations: new Int32Array(n),
    residualSd: new Float64Array(n),
    forecastFactors: new Float64Array(n * shape.eventDays),
    windowFactors: new Float64Array(n * windows),
    cumulative: new Float64Array(n * windows),
    windowDays: new Int32Array(n * windows),
  };
}

/** The same without the room of events that the model had no answer for. */
export function trimmed(arrays: PanelArrays, n: number, shape: PanelShape, model: NormalReturnModel): PanelArrays {
  if (arrays.residualSd.length === n) return arrays;
  const windows = shape.windows.length / 2;
  return {
    eventAbnormal: arrays.eventAbnormal.slice(0, n * shape.eventDays),
    coefficients: arrays.coefficients.slice(0, n * model.coefficientCount),
    observations: arrays.observations.slice(0, n),
    residualSd: arrays.residualSd.slice(0, n),
    forecastFactors: arrays.forecastFactors.slice(0, n * shape.eventDays),
    windowFactors: arrays.windowFactors.slice(0, n * windows),
    cumulative: arrays.cumulative.slice(0, n * windows),
    windowDays: arrays.windowDays.slice(0, n * windows),
  };
}
