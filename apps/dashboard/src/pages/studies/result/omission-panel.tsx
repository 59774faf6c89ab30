import { type Column, DataTable } from '../../../ui/data-table';
import { Panel } from '../../../ui/panel';
import { plural, signed } from '../../../words/numbers';
import type { Days } from '../form/reading';
import type { EventRequest, EventResult } from '../form/study-types';
import { windowText } from '../words/asked';
import { tests } from '../words/tests';
import { averageText } from '../words/verdict';

interface Props {
  readonly omission: EventResult['omission'];
  readonly studied: EventRequest['value'];
  readonly window: Days | undefined;
}

type Compared = NonNullable<EventResult['omission']>['windows'][number]['tests'][number];

const columns: readonly Column<Compared>[] = [
  { name: 'Test', rowHeader: true, cell: ({ test }) => tests[test].name },
  { name: 'Without those days', number: true, cell: ({ statistic }) => signed(statistic) },
  { name: 'With all days', number: true, cell: ({ statisticWithAllDays }) => signed(statisticWithAllDays) },
];

/** What leaving days of earlier announcements out of the estimation changed. */
export function OmissionPanel({ omission, studied, window }: Props) {
  const found = omission?.windows.find(({ from, to }) => from === window?.from && to === window.to);
  if (!omission || found === undefined) return null;
  return (
    <Panel title="Earlier announcements left out of the estimation">
      <p>
        {plural(omission.events, 'event')} lost {plural(omission.days, 'estimation day')}. Over {windowText(found)} the
        CAAR is {averageText(found.caar, studied)} without them, {averageText(found.caarWithAllDays, studied)} with all
        days.
      </p>
      <DataTable
        caption="Tests without and with those days"
        columns={columns}
        rows={found.tests}
        rowKey={({ test }) => test}
      />
    </Panel>
  );
}
