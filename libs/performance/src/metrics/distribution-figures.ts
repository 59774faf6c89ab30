import { sortedQuantile } from '@streakline/event-study';
import type { CalendarReturn } from '../calendar/calendar-returns';
import type { Figures } from './figures';
import { kurtosisOf, meanOf, skewnessOf, varies } from './moments';

/** Of all periods the worst in twenty. */
const TAIL = 0.05;

/** Value at risk, expected shortfall, tails, hit rate, shape, best and worst. */
export function distributionFigures(
  figures: Figures,
  returns: readonly number[],
  months: readonly CalendarReturn[],
): void {
  const ascending = Float64Array.from(returns).sort();
  const low = sortedQuantile(ascending, TAIL);
  const high = sortedQuantile(ascending, 1 - TAIL);
  figures.set('valueAtRisk', low);
  figures.set('expectedShortfall', meanOf(returns.filter((one) => one <= low)));
  figures.set('tailRatio', Math.abs(high) / Math.abs(low), 'the lower tail is 0');
  figures.set('hitRate', returns.filter((one) => one > 0).length / returns.length);
  figures.set('best', ascending.at(-1) ?? NaN);
  figures.set('worst', ascending[0]!);
  const byMonth = months.map((month) => month.return);
  figures.set('bestMonth', Math.max(...byMonth));
  figures.set('worstMonth', Math.min(...byMonth));
  if (!varies(returns)) return figures.lack(['skewness', 'kurtosis'], 'the returns do not vary');
  figures.set('skewness', skewnessOf(returns));
  figures.set('kurtosis', kurtosisOf(returns) - 3);
}
