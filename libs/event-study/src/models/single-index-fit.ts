import type { UnfitCode } from '../panel/panel';

/** return = alpha + beta x market + residual, however alpha and beta were come by. One object serves event after event. */
export interface SingleIndexFit {
  alpha: number;
  beta: number;
  /** M: rows that it rests on. */
  observations: number;
  meanMarket: number;
  /** Sum of the squares of the residuals, about their mean where no intercept was estimated. */
  sse: number;
  /** Sum of the squares of the returns. */
  squares: number;
  /** The forecast's variance over s² is 1 + perDay + (Rm - mean)² x perDeviation. */
  perDay: number;
  perDeviation: number;
  /**
   * Whether a window's factor counts its days without a return too. So by convention where nothing is estimated: the
   * factor is the window's length L, which is on the side of caution.
   */
  wholeWindows: boolean;
}

export function emptyFit(): SingleIndexFit {
  return {
    ...{ alpha: 0, beta: 0, observations: 0, meanMarket: 0, sse: 0, squares: 0 },
    ...{ perDay: 0, perDeviation: 0, wholeWindows: false },
  };
}

/** Fills the fit from `days` rows that begin at `from`; null when it did, or why it could not. */
export type EstimateSingleIndex = (
  returns: Float64Array,
  market: Float64Array,
  from: number,
  days: number,
  fit: SingleIndexFit,
) => UnfitCode | null;
