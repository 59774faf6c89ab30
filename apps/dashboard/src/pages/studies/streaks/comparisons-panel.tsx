import { useMemo } from 'react';
import { type Column, DataTable } from '../../../ui/data-table';
import { Panel } from '../../../ui/panel';
import { whole } from '../../../words/numbers';
import type { Comparison, StreakResult } from '../form/study-types';
import styles from '../studies.module.css';
import { directions, outcomes } from '../words/names';
import { chanceWords, pText } from '../words/tests';
import { differenceFigure, outcomeText } from '../words/verdict';

/** Announcements beside ordinary sessions, outcome by outcome. */
export function ComparisonsPanel({ result }: { readonly result: StreakResult }) {
  const { comparisons, primary, comparisonsMade, permutation } = result;
  const columns = useMemo(() => columnsOf(), []);
  const isPrimary = (one: Comparison) => one.outcome === primary.outcome && one.direction === primary.direction;
  return (
    <Panel title="All comparisons">
      <div className={styles.whole}>
        <DataTable
          caption="Announcements beside matched ordinary sessions"
          columns={columns}
          rows={comparisons}
          rowKey={({ outcome, direction }) => `${outcome}/${direction}`}
          isMarked={isPrimary}
        />
      </div>
      <p className="soft">
        Differences are in percentage points, of lengths in sessions. The marked row is the one that the study is about:
        its p stands for itself. Of the others believe only what is left after adjusting for {comparisonsMade} looks:
        Holm keeps the chance of any false one, Benjamini and Hochberg the share of false ones. p is by shifting the
        whole calendar of announcements, {whole(permutation.offsets)} times
        {permutation.exhaustive ? ', which is every way there is' : ''}.
      </p>
    </Panel>
  );
}

function columnsOf(): readonly Column<Comparison>[] {
  return [
    {
      name: 'Outcome, run at base',
      rowHeader: true,
      cell: ({ outcome, direction }) => (
        <span className={styles.outcome}>
          {outcomes[outcome]}
          <span className={styles.under}>{directions[direction]}</span>
        </span>
      ),
    },
    { name: 'n', number: true, cell: ({ n }) => whole(n) },
    { name: 'Announced', number: true, cell: (one) => outcomeText(one.announced, one) },
    { name: 'Ordinary', number: true, cell: (one) => outcomeText(one.base, one) },
    { name: 'Difference', number: true, cell: (one) => differenceFigure(one.difference, one) },
    {
      name: 'Interval',
      cell: (one) =>
        one.interval === null ? (
          (one.reason ?? '–')
        ) : (
          <span className={styles.nowrap}>
            {differenceFigure(one.interval.lower, one)} to {differenceFigure(one.interval.upper, one)}
          </span>
        ),
    },
    { name: 'p', number: true, cell: ({ pValue }) => pText(pValue) },
    { name: 'By chance', cell: ({ pValue }) => <span className={styles.nowrap}>{chanceWords(pValue) || '–'}</span> },
    { name: 'Holm', number: true, cell: ({ holm }) => pText(holm) },
    { name: 'Benjamini-Hochberg', number: true, cell: ({ benjaminiHochberg }) => pText(benjaminiHochberg) },
  ];
}
