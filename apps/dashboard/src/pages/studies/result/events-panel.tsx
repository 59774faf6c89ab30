import { useMemo } from 'react';
import { Answered } from '../../../ui/answered';
import { Panel } from '../../../ui/panel';
import type { Days } from '../form/reading';
import type { EventRequest } from '../form/study-types';
import { eventColumns } from './event-columns';
import { useRows } from './row-pages';
import { RowsTable } from './rows-table';

interface Props {
  readonly id: string;
  readonly request: EventRequest;
  readonly used: number;
  readonly window: Days | undefined;
}

/** Every event that takes part, with its own figures. */
export function EventsPanel({ id, request, used, window }: Props) {
  const query = useRows('event', id, 'used', used > 0);
  const columns = useMemo(() => eventColumns(request, window), [request, window]);
  if (used === 0) return null;
  return (
    <Panel title="The events">
      <Answered query={query} what="the events">
        {() => (
          <RowsTable
            caption="Events that take part"
            columns={columns}
            query={query}
            rowKey={(row) => row.id}
            total={used}
          />
        )}
      </Answered>
    </Panel>
  );
}
