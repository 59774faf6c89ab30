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
  const usable = usableRows(returns, marketReturns);
  const observations = usable.length;
  if (observations < MIN_OBSERVATIONS) return null;
  const meanReturn = mean(returns, usable);
  const meanMarket = mean(marketReturns, usable);
  // Sums of centred products: sums of raw squares would lose digits where the mean is large beside the spread.
  let ssx = 0;
  let sxy = 0;
  for (const row of usable) {
    const x = marketReturns[row]! - meanMarket;
    ssx += x * x;
    sxy += x * (returns[row]! - meanReturn);
  }
  if (ssx === 0) return null;
  const beta = sxy / ssx;
  const alpha = meanReturn - beta * meanMarket;
  let sse = 0;
  for (const row of usable) sse += (returns[row]! - alpha - beta * marketReturns[row]!) ** 2;
  return { alpha, beta, residualSd: Math.sqrt(sse / (observations - 2)), observations, meanMarket, ssx };
}

function usableRows(returns: Float64Array, marketReturns: Float64Array): Uint32Array {
  const rows = new Uint32Array(returns.length);
  let count = 0;
  for (let row = 0; row < returns.length; row++) {
    if (!Number.isNaN(returns[row]) && !Number.isNaN(marketReturns[row])) rows[count++] = row;
  }
  return rows.subarray(0, count);
}

function mean(values: Float64Array, rows: Uint32Array): number {
  let sum = 0;
  for (const row of rows) sum += values[row]!;
  return sum / rows.length;
}
