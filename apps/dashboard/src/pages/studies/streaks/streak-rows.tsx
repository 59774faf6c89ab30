import { useMemo } from 'react';
import { Answered } from '../../../ui/answered';
import { PercentChange } from '../../../ui/change';
import { type Column, DataTable } from '../../../ui/data-table';
import { Panel } from '../../../ui/panel';
import { plural, whole } from '../../../words/numbers';
import type { StreakResult, StreakRow } from '../form/study-types';
import { toldColumns } from '../result/event-columns';
import { useRows } from '../result/row-pages';
import { RowsTable } from '../result/rows-table';
import { reasonName } from '../words/names';

const RELATIONS: Readonly<Record<NonNullable<StreakRow['relation']>, string>> = {
  extended: 'extended it',
  ended: 'ended it',
  began: 'began one',
  none: 'neither',
};

function eventColumns(): readonly Column<StreakRow>[] {
  return [
    ...toldColumns<StreakRow>(),
    {
      name: 'Run at base',
      cell: ({ directionAtBase, lengthAtBase }) =>
        directionAtBase === null ? 'none' : `${lengthAtBase ?? 0} ${directionAtBase}`,
    },
    { name: 'Day 0', cell: ({ relation }) => (relation === null ? '–' : RELATIONS[relation]) },
    {
      name: 'Sessions from day 0 on',
      number: true,
      cell: ({ lengthFromDay0, unfinished }) => `${whole(lengthFromDay0)}${unfinished === true ? ', unfinished' : ''}`,
    },
    {
      name: 'Return from day 0 on',
      number: true,
      cell: ({ returnFromDay0 }) => <PercentChange value={returnFromDay0} />,
    },
  ];
}

/** Every reaction that takes part, and its run. */
export function StreakEventsPanel({ id, total }: { readonly id: string; readonly total: number }) {
  const query = useRows('streak', id, 'used', total > 0);
  const columns = useMemo(() => eventColumns(), []);
  if (total === 0) return null;
  return (
    <Panel title="The reactions">
      <Answered query={query} what="the reactions">
        {() => (
          <RowsTable
            caption="Reactions that take part"
            columns={columns}
            query={query}
            rowKey={(row) => row.id}
            total={total}
          />
        )}
      </Answered>
    </Panel>
  );
}

interface Reason {
  readonly code: string;
  readonly count: number;
}

const counts: readonly Column<Reason>[] = [
  { name: 'Reason', rowHeader: true, cell: ({ code }) => reasonName(code) },
  { name: 'Left out', number: true, cell: ({ count }) => whole(count) },
];

/** What was left out and why: counted by reason, then one by one. */
export function StreakLeftOutPanel({ id, result }: { readonly id: string; readonly result: StreakResult }) {
  const reasons = Object.entries(result.leftOut).map(([code, count]) => ({ code, count }));
  const found = reasons.filter(({ count }) => count > 0);
  const total = found.reduce((sum, { count }) => sum + count, 0);
  return (
    <Panel title="What was left out, and why">
      {total === 0 ? (
        <p>Nothing: every selected reaction takes part.</p>
      ) : (
        <>
          <DataTable caption="Reasons" columns={counts} rows={found} rowKey={({ code }) => code} />
          <LeftOutRows id={id} total={total} />
        </>
      )}
    </Panel>
  );
}

function LeftOutRows({ id, total }: { readonly id: string; readonly total: number }) {
  const query = useRows('streak', id, 'leftOut');
  const columns = useMemo(
    (): readonly Column<StreakRow>[] => [
      ...toldColumns<StreakRow>(),
      { name: 'Why', cell: ({ leftOut }) => (leftOut === null ? '–' : reasonName(leftOut)) },
    ],
    [],
  );
  return (
    <>
      <h3>{plural(total, 'reaction')} left out</h3>
      <Answered query={query} what="what was left out">
        {() => (
          <RowsTable
            caption="Reactions left out"
            columns={columns}
            query={query}
            rowKey={(row) => row.id}
            total={total}
          />
        )}
      </Answered>
    </>
  );
}
