import type { BacktestResult } from '@streakline/backtest';
import { backtestPerformance } from '../backtest/backtest-performance';
import { seriesOf } from '../backtest/curve-series';
import { growthOfOne } from '../metrics/growth-of-one';
import { backtestTables } from './backtest-tables';
import { amountText } from './figure-text';
import type { Curve, MeasuredColumn, Tearsheet } from './tearsheet';

export interface BacktestTearsheetOptions {
  readonly runId?: string;
  /** What the run follows from; shown as JSON. */
  readonly manifest?: object;
  /** Default: `Benchmark`. */
  readonly benchmarkName?: string;
  /** Beside the run's own warnings: what the data lint found. */
  readonly notes?: readonly string[];
}

/** The tearsheet of a run: gross and net beside the benchmark, its trading, what was held, and what it follows from. */
export function backtestTearsheet(result: BacktestResult, options: BacktestTearsheetOptions = {}): Tearsheet {
  const { runId, manifest, benchmarkName = 'Benchmark', notes = [] } = options;
  const series = seriesOf(result);
  const performance = backtestPerformance(result);
  const benchmark = performance?.benchmark;
  const measured: readonly MeasuredColumn[] =
    performance === null
      ? []
      : [
          { name: 'Net', performance: performance.net },
          { name: 'Gross', performance: performance.gross },
          ...(benchmark ? [{ name: benchmarkName, performance: benchmark }] : []),
        ];
  const growth: readonly Curve[] =
    series === null
      ? []
      : [
          { name: 'Net, after costs', values: growthOfOne(series.net.returns) },
          { name: 'Gross, before costs', values: growthOfOne(series.gross.returns) },
          ...(series.benchmark ? [{ name: benchmarkName, values: growthOfOne(series.benchmark.returns) }] : []),
        ];
  return {
    title: `Backtest of ${result.strategy}`,
    about: aboutOf(result, runId),
    measured,
    dates: result.curve.sessions,
    growth,
    returns: series?.net.returns ?? [],
    exposure: exposureOf(result),
    tables: backtestTables(result, performance?.trading ?? null),
    notes: [...failureOf(result), ...result.warnings, ...notes],
    manifest: manifest === undefined ? null : JSON.stringify(manifest, null, 2),
  };
}

function aboutOf({ settings, universe, params, curve }: BacktestResult, runId: string | undefined): readonly string[] {
  const { initialCash, currency, from, to } = settings;
  const given = Object.entries(params).map(([name, value]) => `${name} ${value}`);
  const end = curve.equity.at(-1);
  const became = end === undefined ? '' : `, became ${amountText(end)}`;
  return [
    ...(runId === undefined ? [] : [`Run ${runId}.`]),
    `Sessions from ${from} up to ${to}; ${amountText(initialCash)} ${currency}${became}.`,
    ...(given.length === 0 ? [] : [`Parameters: ${given.join(', ')}.`]),
    `Of ${universe.traded} instruments that traded, ${universe.tradingAtStart} did at the start, and ${universe.tradingAtEnd} still trade at the end; delisted meanwhile: ${universe.delisted}.`,
  ];
}

function failureOf({ failure }: BacktestResult): readonly string[] {
  if (failure === null) return [];
  const { message, handler, session, position } = failure;
  const event = position === null ? '' : `, at the event of position ${position}`;
  return [`The run failed in ${handler}, session ${session ?? 'before the first'}${event}: ${message}`];
}

function exposureOf({ curve }: BacktestResult): readonly Curve[] {
  const share = (held: (at: number) => number) =>
    curve.equity.map((equity, at) => (equity > 0 ? held(at) / equity : null));
  const curves = [
    { name: 'Long', values: share((at) => curve.long[at]!) },
    { name: 'Short', values: share((at) => curve.short[at]!) },
    { name: 'Net', values: share((at) => curve.long[at]! + curve.short[at]!) },
  ];
  const hasShorts = curve.short.some((value) => value !== 0);
  return hasShorts ? curves : curves.slice(0, 1);
}
