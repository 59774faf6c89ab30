import { PercentChange, Unknown } from '../../ui/change';
import { type Column, DataTable } from '../../ui/data-table';
import styles from './backtests.module.css';
import { HEADLINE, METRICS, METRIC_NAMES, TRADING, TRADING_NAMES, figureText } from './metric-meanings';
import type { MetricName, RunPerformance } from './run';

interface Props {
  readonly performance: RunPerformance;
  readonly benchmark: string;
}

/** The figures, after costs and before, beside the benchmark, each with what it says. */
export function FiguresTable({ performance, benchmark }: Props) {
  const columns = columnsOf(performance, benchmark);
  const others = METRIC_NAMES.filter((name) => !HEADLINE.includes(name));
  return (
    <>
      <DataTable caption="Headline figures" columns={columns} rows={HEADLINE} rowKey={(name) => name} />
      <details>
        <summary>All other figures of returns</summary>
        <DataTable caption="All other figures" columns={columns} rows={others} rowKey={(name) => name} />
      </details>
      <DataTable
        caption="Trading"
        columns={[
          { name: 'Trading', rowHeader: true, cell: (name) => TRADING[name].name },
          { name: 'Net', number: true, cell: (name) => figureText(performance.trading[name], TRADING[name].unit) },
          { name: 'What it says', cell: (name) => <span className={styles.means}>{TRADING[name].means}</span> },
        ]}
        rows={TRADING_NAMES}
        rowKey={(name) => name}
      />
      <p className="soft">
        Net is after slippage, commission, fees and interest; gross are the same fills without them. Annual figures take{' '}
        {performance.net.periodsAYear} sessions a year. A dash: it cannot be computed, with the reason when pointed at.
      </p>
    </>
  );
}

function columnsOf({ net, gross, benchmark }: RunPerformance, name: string): readonly Column<MetricName>[] {
  const cell = (series: typeof net) => (metric: MetricName) => {
    const value = series.metrics[metric];
    const { unit } = METRICS[metric];
    if (value === null) return <Unknown why={series.missing[metric] ?? 'not known'} />;
    return unit === 'change' ? <PercentChange value={value} /> : figureText(value, unit);
  };
  return [
    { name: 'Figure', rowHeader: true, cell: (metric) => METRICS[metric].name },
    { name: 'Net', number: true, cell: cell(net) },
    { name: 'Gross', number: true, cell: cell(gross) },
    ...(benchmark === null ? [] : [{ name, number: true, cell: cell(benchmark) }]),
    { name: 'What it says', cell: (metric) => <span className={styles.means}>{METRICS[metric].means}</span> },
  ];
}
