import { monthlyReturns, yearlyReturns } from '../calendar/calendar-returns';
import { drawdownsOf } from '../drawdowns/drawdowns';
import { PerformanceError } from '../performance-error';
import { periodsAYearOf } from '../series/periods-a-year';
import { checkSeries, type ReturnSeries } from '../series/return-series';
import { benchmarkFigures } from './benchmark-figures';
import { drawdownFigures } from './drawdown-figures';
import { distributionFigures } from './distribution-figures';
import { Figures } from './figures';
import type { Performance, PerformanceOptions } from './performance';
import { growthFigures } from './growth-figures';
import { ratioFigures } from './ratio-figures';

const DEEPEST = 5;

/**
 * The standard figures of a series of returns, each by the convention that `metricWords` names.
 *
 * @throws PerformanceError `invalidSeries`, `invalidOption`
 * @example
 * performanceOf({ dates: ['2026-02-05', '2026-02-06'], returns: [0.01, -0.02] }).metrics.totalReturn; // -0.0102
 */
export function performanceOf(series: ReturnSeries, options: PerformanceOptions = {}): Performance {
  checkSeries(series);
  const { dates, returns } = series;
  const { periodsAYear = periodsAYearOf(dates), riskFreeRate = 0 } = options;
  if (!(periodsAYear > 0 && Number.isFinite(periodsAYear)))
    throw new PerformanceError('invalidOption', `${periodsAYear} periods a year: give a number above 0, such as 252`);
  if (!(riskFreeRate > -1 && Number.isFinite(riskFreeRate)))
    throw new PerformanceError('invalidOption', `a risk-free rate of ${riskFreeRate}: give a fraction a year, as 0.04`);
  const measured = { ...series, periodsAYear, riskFree: (1 + riskFreeRate) ** (1 / periodsAYear) - 1 };
  const drawdowns = drawdownsOf(dates, returns);
  const months = monthlyReturns(dates, returns);
  const figures = new Figures();
  growthFigures(figures, measured);
  drawdownFigures(figures, drawdowns);
  ratioFigures(figures, measured);
  benchmarkFigures(figures, measured);
  distributionFigures(figures, returns, months);
  return {
    from: dates[0]!,
    to: dates.at(-1) ?? dates[0]!,
    periods: returns.length,
    periodsAYear,
    riskFreeRate,
    ...figures.answer(),
    drawdowns: drawdowns.toSorted((a, b) => a.depth - b.depth).slice(0, DEEPEST),
    months,
    years: yearlyReturns(dates, returns),
  };
}
