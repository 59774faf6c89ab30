import { emptyLine, fitCentredLine } from '../market-model/centred-line';
import { beyondSquares } from './beyond-squares';
import type { EstimateSingleIndex } from './single-index-fit';

/** The market model (Brown and Warner 1985): alpha and beta by ordinary least squares, a divisor of M - 2. */
export function marketModel(): EstimateSingleIndex {
  const line = emptyLine();
  return (returns, market, from, days, fit) => {
    const found = fitCentredLine(returns, market, from, days, line);
    if (line.observations < 3) return 'tooFewEstimationDays';
    if (!found) return beyondSquares(market, from, from + days, returns) ? 'extremeValues' : 'noFactorVariation';
    fit.alpha = line.alpha;
    fit.beta = line.beta;
    fit.observations = line.observations;
    fit.meanMarket = line.meanX;
    fit.sse = line.sse;
    fit.squares = line.squares;
    fit.perDay = 1 / line.observations;
    fit.perDeviation = 1 / line.ssx;
    return null;
  };
}
