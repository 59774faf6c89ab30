import type { GroupDifference, GroupMean, GroupReport } from '@streakline/event-study';
import { Change } from '../../../ui/change';
import { type Column, DataTable } from '../../../ui/data-table';
import { Panel } from '../../../ui/panel';
import { plural, signed, whole } from '../../../words/numbers';
import type { Days } from '../form/reading';
import type { EventRequest } from '../form/study-types';
import { windowText } from '../words/asked';
import { pText } from '../words/tests';
import { averageText } from '../words/verdict';

interface Props {
  readonly groups: object | null;
  readonly studied: EventRequest['value'];
  readonly window: Days | undefined;
}

type Studied = EventRequest['value'];

/** Each group's average over the window, and what tells the groups apart. */
export function GroupsPanel({ groups, studied, window }: Props) {
  if (groups === null || window === undefined) return null;
  // As libs/event-study answers it: the API's document leaves its shape open.
  const report = groups as GroupReport;
  const found = report.windows.find(({ from, to }) => from === window.from && to === window.to);
  if (found === undefined) return null;
  const { means, differences, equalMeans } = found.abnormal;
  return (
    <Panel title={`Groups over ${windowText(window)}`}>
      <DataTable caption="CAAR by group" columns={meanColumns(studied)} rows={means} rowKey={({ group }) => group} />
      <DataTable
        caption="What tells the groups apart"
        columns={differenceColumns(studied)}
        rows={differences}
        rowKey={({ group, against }) => `${group} ${against ?? ''}`}
      />
      <p className="soft">
        Differences are tested with{' '}
        {report.variance === 'welch' ? 'each group’s own variance (Welch 1947)' : 'one variance for all (Student)'}
        {report.ungrouped > 0 && `; ${plural(report.ungrouped, 'event')} without a group take no part`}.
        {equalMeans !== null &&
          equalMeans.f !== null &&
          ` That all have one mean: F ${equalMeans.f.toFixed(2)}, p ${pText(equalMeans.pValue)}.`}
      </p>
    </Panel>
  );
}

const intervalText = ({ lower, upper }: Pick<GroupMean, 'lower' | 'upper'>, studied: Studied) =>
  lower === null || upper === null ? '–' : `${averageText(lower, studied)} to ${averageText(upper, studied)}`;

function meanColumns(studied: Studied): readonly Column<GroupMean>[] {
  return [
    { name: 'Group', rowHeader: true, cell: ({ group }) => group },
    { name: 'Events', number: true, cell: ({ n }) => whole(n) },
    { name: 'CAAR', number: true, cell: ({ mean }) => <Change value={mean} text={averageText(mean, studied)} /> },
    { name: 'Interval', cell: (mean) => intervalText(mean, studied) },
    { name: 't', number: true, cell: ({ t }) => signed(t) },
    { name: 'p', number: true, cell: ({ pValue }) => pText(pValue) },
  ];
}

function differenceColumns(studied: Studied): readonly Column<GroupDifference>[] {
  return [
    { name: 'Difference', rowHeader: true, cell: ({ group, against }) => `${group} less ${against ?? 'the others'}` },
    {
      name: 'of CAARs',
      number: true,
      cell: ({ difference }) => <Change value={difference} text={averageText(difference, studied)} />,
    },
    { name: 'Interval', cell: (difference) => intervalText(difference, studied) },
    { name: 't', number: true, cell: ({ t }) => signed(t) },
    { name: 'p', number: true, cell: ({ pValue, reason }) => reason ?? pText(pValue) },
    { name: 'p, for looking at all (Holm)', number: true, cell: ({ holm }) => pText(holm) },
  ];
}
