import { normalTail } from '@streakline/event-study';
import type { Performance } from '../metrics/performance';
import { PerformanceError } from '../performance-error';

/** A Sharpe ratio with what its standard error needs. */
export interface MeasuredSharpe {
  /** Of one period, not annualised: mean over sample standard deviation. */
  readonly sharpe: number;
  /** Returns it was measured on. */
  readonly periods: number;
  /** Of the returns: third standardised moment. */
  readonly skewness: number;
  /** Of the returns: fourth standardised moment, 3 of a normal distribution. */
  readonly kurtosis: number;
}

/** The Sharpe ratio among a performance's figures, of one period; null where there is none. */
export function measuredSharpe({ metrics, periods, periodsAYear }: Performance): MeasuredSharpe | null {
  const { sharpe, skewness, kurtosis } = metrics;
  if (sharpe === null || skewness === null || kurtosis === null) return null;
  return { sharpe: sharpe / Math.sqrt(periodsAYear), periods, skewness, kurtosis: kurtosis + 3 };
}

/**
 * The chance that the true Sharpe ratio is above `threshold` (of one period, default 0), given that returns are neither
 * normal nor many (Bailey and Lopez de Prado, "The Sharpe ratio efficient frontier", Journal of Risk 15(2), 2012). Null
 * where the estimated variance of the ratio is not above 0: moments that no distribution has together.
 *
 * @throws PerformanceError `invalidTrials` of fewer than two periods or figures that are not finite
 * @example
 * probabilisticSharpe({ sharpe: 2.5 / Math.sqrt(250), periods: 1250, skewness: -3, kurtosis: 10 }, 0.1132); // 0.9004
 */
export function probabilisticSharpe(measured: MeasuredSharpe, threshold = 0): number | null {
  const { sharpe, periods, skewness, kurtosis } = measured;
  if (!(periods >= 2)) throw invalid(`a Sharpe ratio of ${periods} periods: two are needed at least`);
  for (const [name, value] of Object.entries({ sharpe, skewness, kurtosis, threshold }))
    if (!Number.isFinite(value)) throw invalid(`${name} is ${value}: give a finite number`);
  const variance = 1 - skewness * sharpe + ((kurtosis - 1) / 4) * sharpe ** 2;
  if (!(variance > 0)) return null;
  return 1 - normalTail(((sharpe - threshold) * Math.sqrt(periods - 1)) / Math.sqrt(variance));
}

function invalid(message: string): PerformanceError {
  return new PerformanceError('invalidTrials', message);
}
