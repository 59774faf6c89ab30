/**
 * How a series of returns did: the standard figures with their conventions named, Sharpe ratios that know their error and
 * their trials, and the tearsheet as HTML and text. Pure: numbers in, numbers and text out.
 */
export { PerformanceError } from './performance-error';
export type { ReturnSeries } from './series/return-series';
export { periodsAYearOf } from './series/periods-a-year';
export { type MetricName, metricNames, type Performance, type PerformanceOptions } from './metrics/performance';
export { metricWords, type MetricWords } from './metrics/metric-words';
export { performanceOf } from './metrics/performance-of';
export type { CalendarReturn } from './calendar/calendar-returns';
export type { Drawdown } from './drawdowns/drawdowns';
export { type MeasuredSharpe, measuredSharpe, probabilisticSharpe } from './sharpe/probabilistic-sharpe';
export { type DeflatedSharpe, deflatedSharpe, expectedBestSharpe, type Trials } from './sharpe/deflated-sharpe';
export { type BacktestPerformance, backtestPerformance } from './backtest/backtest-performance';
export { returnsOfValues } from './backtest/curve-series';
export type { TradingFigures } from './backtest/trading-figures';
export type { Curve, MeasuredColumn, Tearsheet, TearsheetTable } from './tearsheet/tearsheet';
export { backtestTearsheet, type BacktestTearsheetOptions } from './tearsheet/backtest-tearsheet';
export { seriesTearsheet, type SeriesTearsheetOptions } from './tearsheet/series-tearsheet';
export { tearsheetHtml } from './tearsheet/html/tearsheet-html';
export { tearsheetText } from './tearsheet/text/tearsheet-text';
