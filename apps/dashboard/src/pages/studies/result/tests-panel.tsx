import { useMemo } from 'react';
import { testWords } from '@streakline/study-report';
import { Badge } from '../../../ui/badge';
import { type Column, DataTable } from '../../../ui/data-table';
import { Panel } from '../../../ui/panel';
import { plural, signed, whole } from '../../../words/numbers';
import type { EventResult, StudyTest, StudyWindow } from '../form/study-types';
import styles from '../studies.module.css';
import { windowText } from '../words/asked';
import { chanceWords, isRare, levelWords, pText, tests } from '../words/tests';

interface Props {
  readonly window: StudyWindow;
  readonly crossCorrelation: EventResult['study']['crossCorrelation'];
}

/** The tests of a window, each with what it does, what it assumes, and what it says. */
export function TestsPanel({ window, crossCorrelation }: Props) {
  const columns = useMemo(() => columnsOf(), []);
  return (
    <Panel title={`Tests over ${windowText(window)}`}>
      <p className="soft">
        p is how often chance alone does as much, up or down, if the announcements did nothing and the test’s
        assumptions hold. It is not the chance that they did nothing.
      </p>
      <div className={styles.whole}>
        <DataTable
          caption={`Each test over ${windowText(window)}`}
          columns={columns}
          rows={window.tests}
          rowKey={({ test }) => test}
        />
      </div>
      <p className="soft">{correlationWords(crossCorrelation)}</p>
    </Panel>
  );
}

function columnsOf(): readonly Column<StudyTest>[] {
  return [
    {
      name: 'Test',
      rowHeader: true,
      cell: ({ test }) => (
        <>
          {tests[test].name}
          <span className={styles.under}>{testWords[test].paper}</span>
        </>
      ),
    },
    {
      name: 'In plain words',
      cell: ({ test }) => <span className={styles.words}>{tests[test].says}</span>,
    },
    { name: 'Kind', cell: ({ test }) => tests[test].kind },
    { name: 'Events', number: true, cell: ({ n }) => whole(n) },
    { name: 'Value', number: true, cell: ({ statistic }) => signed(statistic) },
    { name: 'p', number: true, cell: ({ pValue }) => pText(pValue) },
    {
      name: 'By chance',
      cell: ({ pValue, reason }) => (pValue === null ? (reason ?? 'no p-value') : chanceWords(pValue)),
    },
    {
      name: 'At 5%',
      cell: (test) =>
        test.pValue === null ? '–' : <Badge tone={isRare(test) ? 'mark' : 'plain'}>{levelWords(test.pValue)}</Badge>,
    },
  ];
}

function correlationWords({ value, pairs, sampled, pairing }: Props['crossCorrelation']): string {
  if (value === null) return 'There is no correlation between events to take in.';
  const by =
    pairing === 'eventOverlap'
      ? 'weighted by the days that their windows share'
      : 'over the estimation days that they share';
  return `Mean correlation between ${sampled ? 'a sample of ' : ''}${plural(pairs, 'pair')} of events, ${by}: ${signed(value, 4)}. The adjusted tests take it in.`;
}
