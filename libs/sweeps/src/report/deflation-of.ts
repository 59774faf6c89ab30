import type { KeptTrial } from '@streakline/backtests';
import { deflatedSharpe, expectedBestSharpe } from '@streakline/performance';
import type { Deflation } from './sweep-report';

type Measured = Pick<KeptTrial, 'sharpe'>;

const SESSIONS_A_YEAR = 252;

/** What all stored trials of a strategy take from the best of them (Bailey and Lopez de Prado 2014). */
export function deflationOf(stored: readonly Measured[]): Deflation {
  // In order of size: sums of floats depend on their order, and that in which threads came to their ends must not count.
  const sharpes = stored.flatMap(({ sharpe }) => (sharpe === null ? [] : [sharpe.sharpe])).sort((a, b) => a - b);
  const trials = Math.max(1, stored.length);
  const variance = sampleVariance(sharpes);
  const threshold = expectedBestSharpe({ trials, variance });
  return {
    ...{ trials: stored.length, measured: sharpes.length, variance, threshold },
    thresholdAYear: threshold * Math.sqrt(SESSIONS_A_YEAR),
  };
}

/** A run's Sharpe ratio judged as one of so many; null where it has none. */
export function deflated({ sharpe }: Measured, { trials, variance }: Deflation): number | null {
  return sharpe === null ? null : deflatedSharpe(sharpe, { trials: Math.max(1, trials), variance }).probability;
}

/** Divisor n - 1; 0 of fewer than two. */
function sampleVariance(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
