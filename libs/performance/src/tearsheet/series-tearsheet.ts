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
 * The tearsheet of a series of returns. On dates without a return of the benchmark its curve stands still.
 *
 * @throws PerformanceError
 */
export function seriesTearsheet(series: ReturnSeries, options: SeriesTearsheetOptions): Tearsheet {
  const { title, name = 'Returns', benchmarkName = 'Benchmark', ...measuring } = options;
  const performance = performanceOf(series, measuring);
  const measured: MeasuredColumn[] = [{ name, performance }];
  const growth: Curve[] = [{ name, values: growthOfOne(series.returns) }];
  if (series.benchmark) {
    const returns = series.benchmark.map((one) => one ?? 0);
    const { periodsAYear } = performance;
    measured.push({
      name: benchmarkName,
      performance: performanceOf({ dates: series.dates, returns }, { ...measuring, periodsAYear }),
    });
    growth.push({ name: benchmarkName, values: growthOfOne(returns) });
  }
  const about = [`${performance.periods} periods from ${performance.from} to ${performance.to}.`];
  const empty = { exposure: [], tables: [], notes: [], manifest: null };
  return { title, about, measured, dates: series.dates, growth, returns: series.returns, ...empty };
}
