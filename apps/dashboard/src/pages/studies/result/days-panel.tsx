import { useMemo } from 'react';
import { csvOf } from '../../../charts/csv';
import { download } from '../../../charts/download';
import { Change } from '../../../ui/change';
import { type Column, DataTable } from '../../../ui/data-table';
import { Panel } from '../../../ui/panel';
import { whole } from '../../../words/numbers';
import { dayNumber } from '../../../words/times';
import type { EventRequest, EventResult, StudyTest, StudyWindow, TestName } from '../form/study-types';
import styles from '../studies.module.css';
import { windowText } from '../words/asked';
import { pText, tests } from '../words/tests';
import { averageText } from '../words/verdict';

interface Props {
  readonly study: EventResult['study'];
  readonly studied: EventRequest['value'];
  readonly id: string;
}

type Studied = EventRequest['value'];
type DayRow = EventResult['study']['days'][number] & { readonly caar: number | null };

/** Tests beside the figures of each day and window: one by how events differ, one that heeds clustering, one by rank. */
const SHOWN: readonly TestName[] = ['bmp', 'adjustedBmp', 'corradoRank'];
const shareText = (share: number) => `${Math.round(share * 100)}%`;

/** The average abnormal return of each day. */
export function DaysPanel({ study, studied, id }: Props) {
  const rows = useMemo(() => {
    const caars = new Map(study.curve.map(({ day, caar }) => [day, caar]));
    return study.days.map((day): DayRow => ({ ...day, caar: caars.get(day.day) ?? null }));
  }, [study]);
  const columns = useMemo(() => dayColumns(studied, rows[0]?.tests ?? []), [studied, rows]);
  const save = () => {
    const cells = rows.map(({ day, n, aar, positive, caar }) => [day, n, aar, positive, caar]);
    download(`${id}-days.csv`, csvOf(['day', 'events', 'aar', 'positive', 'caar'], cells), 'text/csv;charset=utf-8');
  };
  return (
    <Panel
      title="Day by day"
      aside={
        <button type="button" onClick={save}>
          CSV<span className="visually-hidden"> of the days</span>
        </button>
      }
    >
      <DataTable
        caption="Average abnormal returns, day by day (AAR), and cumulated (CAAR)"
        columns={columns}
        rows={rows}
        rowKey={({ day }) => day}
        isMarked={({ day }) => day === 0}
      />
    </Panel>
  );
}

function dayColumns(studied: Studied, all: readonly StudyTest[]): readonly Column<DayRow>[] {
  return [
    { name: 'Day', rowHeader: true, number: true, cell: ({ day }) => dayNumber(day) },
    { name: 'Events', number: true, cell: ({ n }) => whole(n) },
    { name: 'AAR', number: true, cell: ({ aar }) => <Change value={aar} text={averageText(aar, studied)} /> },
    { name: 'Above zero', number: true, cell: ({ positive }) => shareText(positive) },
    { name: 'CAAR', number: true, cell: ({ caar }) => <Change value={caar} text={averageText(caar, studied)} /> },
    ...testColumns(all),
  ];
}

function testColumns(all: readonly StudyTest[]): readonly Column<{ readonly tests: readonly StudyTest[] }>[] {
  return SHOWN.filter((name) => all.some(({ test }) => test === name)).map((name) => ({
    name: `p, ${tests[name].name}`,
    number: true,
    cell: (row) => pText(row.tests.find(({ test }) => test === name)?.pValue ?? null),
  }));
}

/** All windows beside each other. */
export function WindowsPanel({ study, studied }: Props) {
  const columns = useMemo(() => windowColumns(studied, study.windows), [studied, study]);
  return (
    <Panel title="All windows">
      <DataTable
        caption="The figures of each window"
        columns={columns}
        rows={study.windows}
        rowKey={(window) => windowText(window)}
      />
    </Panel>
  );
}

function windowColumns(studied: Studied, windows: readonly StudyWindow[]): readonly Column<StudyWindow>[] {
  const change = (value: number | null) => <Change value={value} text={averageText(value, studied)} />;
  const interval: Column<StudyWindow> = {
    name: 'Interval',
    cell: ({ interval: found }) =>
      found === null ? (
        '–'
      ) : (
        <span className={styles.nowrap}>
          {averageText(found.lower, studied)} to {averageText(found.upper, studied)}
        </span>
      ),
  };
  return [
    { name: 'Window', rowHeader: true, cell: (window) => windowText(window) },
    { name: 'Events', number: true, cell: ({ n }) => whole(n) },
    { name: 'CAAR', number: true, cell: ({ caar }) => change(caar) },
    ...(windows.some((window) => window.interval !== null) ? [interval] : []),
    { name: 'Above zero', number: true, cell: ({ positive }) => shareText(positive) },
    {
      name: 'Quiet events count more',
      number: true,
      cell: ({ precisionWeightedCaar }) => change(precisionWeightedCaar),
    },
    { name: 'Bought and held', number: true, cell: ({ abhar }) => change(abhar) },
    ...testColumns(windows[0]?.tests ?? []),
  ];
}
