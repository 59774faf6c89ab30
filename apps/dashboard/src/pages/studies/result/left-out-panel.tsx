import { useMemo } from 'react';
import { Answered } from '../../../ui/answered';
import { type Column, DataTable } from '../../../ui/data-table';
import { Panel } from '../../../ui/panel';
import { plural, whole } from '../../../words/numbers';
import type { EventResult, EventRow } from '../form/study-types';
import styles from '../studies.module.css';
import { reasonName } from '../words/names';
import { toldColumns } from './event-columns';
import { useRows } from './row-pages';
import { RowsTable } from './rows-table';

type Screen = EventResult['screens'][number];

const counts: readonly Column<Screen>[] = [
  { name: 'Reason', rowHeader: true, cell: ({ screen }) => reasonName(screen) },
  { name: 'Left out', number: true, cell: ({ excluded }) => whole(excluded) },
  { name: 'Of some days or windows', number: true, cell: ({ inPart }) => whole(inPart) },
  { name: 'Only said', number: true, cell: ({ warned }) => whole(warned) },
];

/** What was left out and why: counted by reason, then one by one. */
export function LeftOutPanel({ id, result }: { readonly id: string; readonly result: EventResult }) {
  const leftOut = result.selected - result.used;
  return (
    <Panel title="What was left out, and why">
      {result.screens.length === 0 ? (
        <p>Nothing: no screen saw anything suspicious.</p>
      ) : (
        <>
          <DataTable
            caption="Reasons, counted in events"
            columns={counts}
            rows={result.screens}
            rowKey={({ screen }) => screen}
          />
          <p className="soft">
            An event may have several reasons. Left out of some days, it stays in the windows without them.
          </p>
        </>
      )}
      {leftOut > 0 && <LeftOutRows id={id} total={leftOut} />}
    </Panel>
  );
}

function LeftOutRows({ id, total }: { readonly id: string; readonly total: number }) {
  const query = useRows('event', id, 'leftOut');
  const columns = useMemo(
    (): readonly Column<EventRow>[] => [
      ...toldColumns<EventRow>(),
      { name: 'Why', cell: ({ suspicions }) => <Reasons suspicions={suspicions} /> },
    ],
    [],
  );
  return (
    <>
      <h3>{plural(total, 'reaction')} left out as a whole</h3>
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

function Reasons({ suspicions }: Pick<EventRow, 'suspicions'>) {
  const whole = suspicions.filter(({ policy, windows }) => policy === 'exclude' && windows === null);
  return (
    <ul className={styles.reasons}>
      {whole.map(({ screen, detail }) => (
        <li key={screen + detail}>{detail}</li>
      ))}
    </ul>
  );
}
