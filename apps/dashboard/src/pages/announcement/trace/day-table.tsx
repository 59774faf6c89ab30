import { useMemo } from 'react';
import { useUrlState } from '../../../api/url-state';
import { ChartFrame, type Figures } from '../../../charts/chart-frame';
import { MoneyChange, PercentChange } from '../../../ui/change';
import { type Column, DataTable } from '../../../ui/data-table';
import { Segmented } from '../../../ui/segmented';
import { price, signed } from '../../../words/numbers';
import { day, dayNumber } from '../../../words/times';
import type { Reaction, ReactionDays } from '../answers';
import { type DayRow, rowsOf, type Way } from './day-rows';
import styles from './trace.module.css';

const WAYS = [
  ['daily', 'Day by day'],
  ['cumulative', 'Cumulative'],
] as const;

interface Props {
  readonly reaction: Reaction;
  readonly days: ReactionDays;
  readonly cumulated: ReactionDays;
}

/** Day -1 to day 5, each by itself or cumulated: the caption says which. */
export function DayTable({ reaction, days, cumulated }: Props) {
  const [chosen, choose] = useUrlState('table', 'daily');
  const way: Way = chosen === 'cumulative' ? 'cumulative' : 'daily';
  const rows = useMemo(() => rowsOf(way, days.days, cumulated.days), [way, days, cumulated]);
  const figures = useMemo(() => figuresOf(rows), [rows]);
  const said = way === 'daily' ? 'each day by itself' : 'cumulative from the close before day −1';
  const title = `Day −1 to day +5, ${said}`;
  return (
    <ChartFrame
      title={title}
      summary=""
      figures={figures}
      fileName={`reaction-${reaction.instrument.replace(':', '-')}-${reaction.day0 ?? ''}-${way}`}
      controls={<Segmented legend="Figures of the table" options={WAYS} value={way} onChange={choose} />}
    >
      <DataTable
        caption={title}
        columns={columnsOf(reaction.benchmark, days.currency)}
        rows={rows}
        rowKey={(row) => row.day}
        isMarked={(row) => row.day === 0}
      />
    </ChartFrame>
  );
}

function columnsOf(benchmark: string | null, currency: string): readonly Column<DayRow>[] {
  return [
    { name: 'Day', cell: (row) => dayNumber(row.day), rowHeader: true, number: true },
    { name: 'Session', cell: (row) => <span className={styles.whole}>{day(row.session)}</span> },
    { name: 'Close', cell: (row) => price(row.close), number: true },
    { name: 'Return', cell: (row) => <PercentChange value={row.return} />, number: true },
    { name: benchmark ?? 'Benchmark', cell: (row) => <PercentChange value={row.benchmarkReturn} />, number: true },
    { name: 'Abnormal', cell: (row) => <PercentChange value={row.abnormalReturn} />, number: true },
    { name: 't', cell: (row) => signed(row.tStatistic), number: true },
    {
      name: 'Market cap',
      cell: (row) => <MoneyChange value={row.marketCapChange} currency={currency} />,
      number: true,
    },
  ];
}

function figuresOf(rows: readonly DayRow[]): Figures {
  return {
    head: ['day', 'session', 'close', 'return', 'benchmark return', 'abnormal return', 't', 'market-cap change'],
    rows: rows.map((row) => [
      ...[row.day, row.session, row.close, row.return, row.benchmarkReturn],
      ...[row.abnormalReturn, row.tStatistic, row.marketCapChange],
    ]),
  };
}
