import type { MarketModel } from './market-model';

/** What one day, or a window, was beyond the market model. Returns are fractions. */
export interface AbnormalReturn {
  /** What the return was beyond the model's expectation; over several days, the sum of the daily ones. */
  readonly abnormalReturn: number;
  /** With the forecast-error factor; 0 where the model left no residual. */
  readonly standardError: number;
  /** The abnormal return over its standard error; null where the model left no residual to judge by. */
  readonly tStatistic: number | null;
  /** Usable days that it sums. */
  readonly days: number;
}

/** One day's abnormal return. Its variance is residualSd² x (1 + 1/M + (Rm - mean)²/SSX): the model itself is an estimate. */
export function abnormalReturnOn(model: MarketModel, dayReturn: number, marketReturn: number): AbnormalReturn | null {
  return cumulativeAbnormalReturn(model, Float64Array.of(dayReturn), Float64Array.of(marketReturn));
}

/**
 * The sum of the abnormal returns of a window's usable rows. Its variance is residualSd² x (L + L²/M + (Σ(Rm -
 * mean))²/SSX), because the same error of the estimate is in every day (Mikkelson and Partch 1988). Null without a
 * usable row.
 */
export function cumulativeAbnormalReturn(
  model: MarketModel,
  returns: Float64Array,
  marketReturns: Float64Array,
): AbnormalReturn | null {
  let abnormalReturn = 0;
  let deviation = 0;
  let days = 0;
  for (let row = 0; row < returns.length; row++) {
    const market = marketReturns[row] ?? Number.NaN;
    const abnormal = returns[row]! - model.alpha - model.beta * market;
    if (Number.isNaN(abnormal)) continue;
    abnormalReturn += abnormal;
    deviation += market - model.meanMarket;
    days++;
  }
  if (days === 0) return null;
  const factor = days + (days * days) / model.observations + (deviation * deviation) / model.ssx;
  const standardError = model.residualSd * Math.sqrt(factor);
  const tStatistic = standardError === 0 ? null : abnormalReturn / standardError;
  return { abnormalReturn, standardError, tStatistic, days };
}
