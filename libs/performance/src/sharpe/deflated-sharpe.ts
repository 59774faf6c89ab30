import { normalQuantile } from '@streakline/event-study';
import { PerformanceError } from '../performance-error';
import { type MeasuredSharpe, probabilisticSharpe } from './probabilistic-sharpe';

/** The search that a strategy was the best of. */
export interface Trials {
  /** How many were tried, the one in question among them. */
  readonly trials: number;
  /** Variance among the trials' Sharpe ratios, of one period, not annualised. */
  readonly variance: number;
}

export interface DeflatedSharpe {
  /** The Sharpe ratio, of one period, that the best of so many worthless trials is expected to show. */
  readonly threshold: number;
  /** The chance that the true Sharpe ratio is above that; null as of probabilisticSharpe. */
  readonly probability: number | null;
}

const EULER_MASCHERONI = 0.5772156649015329;

/**
 * A Sharpe ratio judged as the best of all that were tried (Bailey and Lopez de Prado, "The deflated Sharpe ratio",
 * Journal of Portfolio Management 40(5), 2014). Trials that resemble one another count fully here: the probability is
 * then rather too low than too high.
 *
 * @throws PerformanceError `invalidTrials`
 * @example
 * const measured = { sharpe: 2.5 / Math.sqrt(250), periods: 1250, skewness: -3, kurtosis: 10 };
 * deflatedSharpe(measured, { trials: 100, variance: 0.5 / 250 }); // { threshold: 0.1132, probability: 0.9004 }
 */
export function deflatedSharpe(measured: MeasuredSharpe, trials: Trials): DeflatedSharpe {
  const threshold = expectedBestSharpe(trials);
  return { threshold, probability: probabilisticSharpe(measured, threshold) };
}

/**
 * The Sharpe ratio expected of the best of so many worthless trials, by the extreme value theorem: 0 of a single one.
 *
 * @throws PerformanceError `invalidTrials`
 */
export function expectedBestSharpe({ trials, variance }: Trials): number {
  if (!Number.isInteger(trials) || trials < 1)
    throw new PerformanceError('invalidTrials', `${trials} trials: give a whole number from 1`);
  if (!(variance >= 0 && Number.isFinite(variance)))
    throw new PerformanceError('invalidTrials', `a variance of ${variance} among trials: give a finite number from 0`);
  if (trials === 1) return 0;
  const expected =
    (1 - EULER_MASCHERONI) * normalQuantile(1 - 1 / trials) +
    EULER_MASCHERONI * normalQuantile(1 - 1 / (trials * Math.E));
  return Math.sqrt(variance) * expected;
}
