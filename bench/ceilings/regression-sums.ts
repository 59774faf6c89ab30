import type { StudyEvent } from '@streakline/event-study';

/**
 * The least that a market model can do: one pass over each event's estimation days for the sums of a regression, no
 * gaps looked for, no residual, no variance, nothing kept.
 */
export function regressionSums(events: readonly StudyEvent[], from: number, to: number): number {
  let total = 0;
  for (const { series, day0 } of events) {
    const y = series.returns;
    const x = series.factors[0]!;
    let sumX = 0;
    let sumY = 0;
    let sumXX = 0;
    let sumXY = 0;
    for (let row = day0 + from; row <= day0 + to; row++) {
      sumX += x[row]!;
      sumY += y[row]!;
      sumXX += x[row]! * x[row]!;
      sumXY += x[row]! * y[row]!;
    }
    const days = to - from + 1;
    total += (days * sumXY - sumX * sumY) / (days * sumXX - sumX * sumX);
  }
  return total;
}
