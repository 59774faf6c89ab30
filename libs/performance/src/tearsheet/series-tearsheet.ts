import { growthOfOne } from '../metrics/growth-of-one';
import { performanceOf } from '../metrics/performance-of';
import type { PerformanceOptions } from '../metrics/performance';
import type { ReturnSeries } from '../series/return-series';
import type { Curve, MeasuredColumn, Tearsheet } from './tearsheet';

export interface SeriesTearsheetOptions extends PerformanceOptions {
  readonly title: string;
  /** What the series and its benchmark are called. */
  readonly name?: string;
  readonly benchmarkName?: string;
}

/**
 * The tearsheet of a series of returns. On dates without a return of the benchmark its curve stands still; its figures are
 * those of the dates that have one.
 *
 * @throws PerformanceError
 */
export function seriesTearsheet(series: ReturnSeries, options: SeriesTearsheetOptions): Tearsheet {
  const { title, name = 'Returns', benchmarkName = 'Benchmark', ...measuring } = options;
  const performance = performanceOf(series, measuring);
  const measured: MeasuredColumn[] = [{ name, performance }];
  const growth: Curve[] = [{ name, values: growthOfOne(series.returns) }];
  if (series.benchmark) {
    const { periodsAYear } = performance;
    const known = knownOf(series.dates, series.benchmark);
    if (known.dates.length > 0)
      measured.push({ name: benchmarkName, performance: performanceOf(known, { ...measuring, periodsAYear }) });
    growth.push({ name: benchmarkName, values: growthOfOne(series.benchmark.map((one) => one ?? 0)) });
  }
  const about = [`${performance.periods} periods from ${performance.from} to ${performance.to}.`];
  const empty = { exposure: [], tables: [], notes: [], manifest: null };
  return { title, about, measured, dates: series.dates, growth, returns: series.returns, ...empty };
}

function knownOf(dates: readonly string[], returns: readonly (number | null)[]): ReturnSeries {
  const known = dates.flatMap((date, at) => {
    const value = returns[at] ?? null;
    return value === null ? [] : [{ date, value }];
  });
  return { dates: known.map(({ date }) => date), returns: known.map(({ value }) => value) };
}
