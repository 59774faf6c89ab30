import { probabilisticSharpe } from '../sharpe/probabilistic-sharpe';
import type { Figures, Measured } from './figures';
import { TWO } from './growth-figures';
import { kurtosisOf, meanOf, skewnessOf, spreadOf, varies } from './moments';

/** Sharpe, Sortino, Calmar, and how sure the Sharpe ratio is. After growth and drawdowns, which Calmar divides. */
export function ratioFigures(figures: Figures, { returns, periodsAYear, riskFree }: Measured): void {
  const excess = returns.map((one) => one - riskFree);
  const annual = Math.sqrt(periodsAYear);
  const mean = meanOf(excess);
  const downside = Math.sqrt(meanOf(excess.map((one) => Math.min(one, 0) ** 2)));
  figures.set('sortino', (mean / downside) * annual, 'no return is below the risk-free rate');
  calmar(figures);
  const idle = returns.length < 2 ? TWO : varies(returns) ? null : 'the returns do not vary';
  if (idle !== null) return figures.lack(['sharpe', 'probabilisticSharpe'], idle);
  const sharpe = mean / spreadOf(excess);
  figures.set('sharpe', sharpe * annual);
  const shape = { sharpe, skewness: skewnessOf(returns), kurtosis: kurtosisOf(returns) };
  if (!Object.values(shape).every(Number.isFinite)) return figures.lack(['probabilisticSharpe'], TOO_LARGE);
  const sureness = probabilisticSharpe({ periods: returns.length, ...shape });
  figures.set('probabilisticSharpe', sureness ?? NaN, 'the returns are too skewed for its standard error');
}

const TOO_LARGE = 'its moments are beyond what a number holds';

function calmar(figures: Figures): void {
  const [cagr, deepest] = [figures.get('cagr'), figures.get('maxDrawdown')];
  if (cagr === null) return figures.lack(['calmar'], 'there is no CAGR');
  if (deepest === null || deepest === 0) return figures.lack(['calmar'], 'there is no drawdown');
  figures.set('calmar', cagr / -deepest);
}
