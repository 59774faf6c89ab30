import type { Figures, Measured } from './figures';
import { spreadOf } from './moments';

/** Total return, CAGR, volatility. */
export function growthFigures(figures: Figures, { returns, periodsAYear }: Measured): void {
  const growth = growthOf(returns);
  figures.set('totalReturn', growth - 1);
  figures.set('cagr', growth ** (periodsAYear / returns.length) - 1);
  figures.set('volatility', spreadOf(returns) * Math.sqrt(periodsAYear), returns.length < 2 ? TWO : undefined);
}

/** What one became, in the order of time. */
export function growthOf(returns: readonly number[]): number {
  let growth = 1;
  for (const one of returns) growth *= 1 + one;
  return growth;
}

export const TWO = 'fewer than two returns';
