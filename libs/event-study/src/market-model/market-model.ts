import { emptyLine, fitCentredLine } from './centred-line';

/** return = alpha + beta x market return + residual, by ordinary least squares over the usable rows. */
export interface MarketModel {
  readonly alpha: number;
  readonly beta: number;
  /** Standard deviation of the residuals, divisor observations - 2. */
  readonly residualSd: number;
  /** Rows in which both returns are numbers. */
  readonly observations: number;
  /** Of the market's returns over those rows: their mean, and the sum of squares about it. */
  readonly meanMarket: number;
  readonly ssx: number;
}

/** Two parameters and one degree of freedom left for the residuals. */
export const MIN_OBSERVATIONS = 3;

/**
 * The market model (Brown and Warner 1985). Null with fewer usable rows than MIN_OBSERVATIONS, or where the market did
 * not move. Throws RangeError if the sides differ in length.
 *
 *     estimateMarketModel(Float64Array.of(0.01, 0.03, 0.02), Float64Array.of(0, 0.02, 0.01));
 *     // { alpha: 0.01, beta: 1, residualSd: 0, observations: 3, meanMarket: 0.01, ssx: 0.0002 }
 */
export function estimateMarketModel(returns: Float64Array, marketReturns: Float64Array): MarketModel | null {
  if (returns.length !== marketReturns.length) {
    throw new RangeError(
      `${returns.length} returns stand beside ${marketReturns.length} of the market: give one row a day on both sides.`,
    );
  }
  const line = emptyLine();
  const found = fitCentredLine(returns, marketReturns, 0, returns.length, line);
  const { alpha, beta, observations, meanX, ssx, sse } = line;
  if (!found || observations < MIN_OBSERVATIONS) return null;
  return { alpha, beta, residualSd: Math.sqrt(sse / (observations - 2)), observations, meanMarket: meanX, ssx };
}
