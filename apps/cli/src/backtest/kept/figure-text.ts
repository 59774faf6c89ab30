import type { KeptRun } from '@streakline/backtests';
import { type MetricName, metricWords } from '@streakline/performance';

/** A metric of a run as people read it; `-` where there is none. */
export function figureText(name: MetricName, metrics: KeptRun['metrics']): string {
  const value = metrics?.[name] ?? null;
  if (value === null) return '-';
  return isFraction(name) ? `${(100 * value).toFixed(2)}%` : value.toFixed(2);
}

function isFraction(name: MetricName): boolean {
  return metricWords[name].unit === 'fraction';
}
