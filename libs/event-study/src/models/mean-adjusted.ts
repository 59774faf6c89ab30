import type { EstimateSingleIndex, SingleIndexFit } from './single-index-fit';

/**
 * Comparison-period mean-adjusted returns (Brown and Warner 1985): what is normal is the mean of the estimation days, a
 * divisor of M - 1.
 */
export const meanAdjusted: EstimateSingleIndex = (returns, market, from, days, fit) => {
  fit.beta = 0;
  moveToMean(returns, market, from, days, fit);
  fit.perDay = 1 / fit.observations;
  return fit.observations < 2 ? 'tooFewEstimationDays' : null;
};

/**
 * Market-adjusted returns (Brown and Warner 1985): what is normal is the market's return. Nothing is estimated but the
 * variance, about the mean, a divisor of M - 1; so a forecast has no error of its own.
 */
export const marketAdjusted: EstimateSingleIndex = (returns, market, from, days, fit) => {
  fit.beta = 1;
  moveToMean(returns, market, from, days, fit);
  fit.alpha = 0;
  fit.wholeWindows = true;
  return fit.observations < 2 ? 'tooFewEstimationDays' : null;
};

/**
 * Makes alpha the mean of return - beta x market. It is corrected by the mean of what is beyond it, so that a return
 * equal to the mean leaves 0: tests of sign count on that.
 */
const moveToMean: (...of: Parameters<EstimateSingleIndex>) => void = (returns, market, from, days, fit) => {
  fit.alpha = 0;
  fit.alpha = meanResidual(returns, market, from, days, fit);
  fit.alpha += meanResidual(returns, market, from, days, fit);
  meanResidual(returns, market, from, days, fit);
};

/** Mean of what is beyond alpha + beta x market; its squares, the returns' squares and their number go into the fit. */
function meanResidual(
  returns: Float64Array,
  market: Float64Array,
  from: number,
  days: number,
  fit: SingleIndexFit,
): number {
  const { alpha, beta } = fit;
  let sum = 0;
  let observations = 0;
  fit.squares = 0;
  fit.sse = 0;
  for (let row = from; row < from + days; row++) {
    const residual = returns[row]! - beta * market[row]! - alpha;
    if (Number.isNaN(residual)) continue;
    sum += residual;
    observations++;
    fit.squares += returns[row]! * returns[row]!;
    fit.sse += residual * residual;
  }
  fit.observations = observations;
  return sum / observations;
}
