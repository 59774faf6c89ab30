import { MoneyChange, PercentChange } from '../../../ui/change';
import { type Column, DataTable } from '../../../ui/data-table';
import { signed } from '../../../words/numbers';
import { day } from '../../../words/times';
import type { Reaction } from '../answers';
import styles from './trace.module.css';

type Row = Reaction['windows'][number];

/** The windows of the reaction, as the API gives them; of an incomplete one, how far no bar is missing. */
export function WindowTable({ reaction, currency }: { readonly reaction: Reaction; readonly currency: string }) {
  return (
    <DataTable
      caption="Windows around day 0, from the close before the first day to that of the last"
      showCaption
      columns={columnsOf(currency)}
      rows={reaction.windows}
      rowKey={({ from, to }) => `${from},${to}`}
    />
  );
}

function columnsOf(currency: string): readonly Column<Row>[] {
  return [
    { name: 'Window', cell: ({ from, to }) => `[${from},${to}]`.replaceAll('-', '\u2212'), rowHeader: true },
    { name: 'Return', cell: (row) => <PercentChange value={row.return} />, number: true },
    { name: 'Total return', cell: (row) => <PercentChange value={row.totalReturn} />, number: true },
    { name: 'Abnormal', cell: (row) => <PercentChange value={row.abnormalReturn} />, number: true },
    { name: 't', cell: (row) => signed(row.tStatistic), number: true },
    {
      name: 'Market cap',
      cell: (row) => <MoneyChange value={row.marketCapChange} currency={currency} />,
      number: true,
    },
    { name: 'Complete', cell: (row) => <span className={styles.whole}>{reachOf(row)}</span> },
  ];
}

function reachOf({ complete, through }: Row): string {
  if (complete) return 'yes';
  return through === null ? 'no: its first session has no bar' : `no: every bar up to ${day(through)}`;
}
