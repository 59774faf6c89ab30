import type { CalendarReturn } from '../calendar/calendar-returns';
import { metricWords } from '../metrics/metric-words';
import { metricNames, type Performance } from '../metrics/performance';
import { amountText, metricText, NO_FIGURE, percentText } from './figure-text';
import type { MeasuredColumn, TearsheetTable } from './tearsheet';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A figure a row, a series a column; those that no series has are told below, with the reason. */
export function figuresTable(measured: readonly MeasuredColumn[]): TearsheetTable {
  const [first] = measured;
  const shown = metricNames.filter((name) => measured.some(({ performance }) => performance.metrics[name] !== null));
  const rows = shown.map((name) => [
    metricWords[name].name,
    ...measured.map(({ performance }) => metricText(name, performance.metrics[name])),
  ]);
  const missing = metricNames.filter((name) => !shown.includes(name));
  const byReason = new Map<string, string[]>();
  for (const name of missing) {
    const reason = first?.performance.missing[name] ?? 'unknown';
    byReason.set(reason, [...(byReason.get(reason) ?? []), metricWords[name].name]);
  }
  const reasons = [...byReason].map(([reason, names]) => `${names.join(', ')}: ${reason}`);
  const note = reasons.length === 0 ? {} : { note: `No figure. ${reasons.join('; ')}.` };
  return { caption: 'Figures', heading: ['', ...measured.map(({ name }) => name)], rows, ...note };
}

/** How each figure is counted. */
export function conventions({ periodsAYear, riskFreeRate }: Performance): readonly string[] {
  return [
    `Annual figures take ${periodsAYear} periods a year; the risk-free rate is ${percentText(riskFreeRate)} a year, as a rate compounded.`,
    ...metricNames.map((name) => `${metricWords[name].name}: ${metricWords[name].convention}.`),
  ];
}

/** A year a row, its months and the whole of it. */
export function monthsTable({ months, years }: Performance): TearsheetTable {
  const byMonth = new Map(months.map((month) => [month.period, month.return]));
  const rows = years.map((year: CalendarReturn) => [
    year.period,
    ...MONTHS.map((_, at) => percentText(byMonth.get(`${year.period}-${String(at + 1).padStart(2, '0')}`) ?? null)),
    percentText(year.return),
  ]);
  return { caption: 'Returns by month', heading: ['Year', ...MONTHS, 'Year'], rows };
}

export function drawdownsTable({ drawdowns }: Performance): TearsheetTable {
  const rows = drawdowns.map(({ depth, peak, trough, recovered, toTrough, length }) => [
    percentText(depth),
    peak ?? 'the start',
    trough,
    recovered ?? 'not yet',
    amountText(toTrough, 0),
    amountText(length, 0),
  ]);
  const heading = ['Depth', 'Peak', 'Trough', 'Recovered', 'Periods to trough', 'Periods in all'];
  return { caption: 'Deepest drawdowns', heading, rows: rows.length === 0 ? [heading.map(() => NO_FIGURE)] : rows };
}
