import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useApiKey } from '../../../api/api-key';
import { useClient } from '../../../api/client';
import { useMoment } from '../../../api/moment';
import { Answered } from '../../../ui/answered';
import { Empty } from '../../../ui/empty';
import { plural, whole } from '../../../words/numbers';
import { diffRows, type Row, type RowsDiff } from './diff-rows';
import { type ReadModel, rowsAt } from './read-models';
import { RowCard } from './row-card';
import styles from './stepper.module.css';

interface Props {
  readonly model: ReadModel;
  readonly id: string;
  readonly position: number;
}

/** The rows before and after a position, compared; only what differs is drawn. */
export function RowChanges({ model, id, position }: Props) {
  const before = useRows(model, id, position - 1);
  const after = useRows(model, id, position);
  return (
    <Answered query={before} what={`the rows at position ${whole(position - 1)}`}>
      {(old) => (
        <Answered query={after} what={`the rows at position ${whole(position)}`}>
          {(now) => <Compared before={old} after={now} model={model} />}
        </Answered>
      )}
    </Answered>
  );
}

/** What a store held at a position never changes: it is asked for once. */
function useRows(model: ReadModel, id: string, position: number) {
  const now = useClient();
  const moment = useMoment();
  const key = useApiKey();
  return useQuery({
    queryKey: ['rows at a position', model.id, id, position, moment, key],
    queryFn: ({ signal }) => rowsAt(model, moment === null ? now : now.asOf(moment), id, position, signal),
    // The live stream asks anew for all that is not.
    staleTime: ({ state: { data } }) => (data === undefined ? 0 : 'static'),
  });
}

interface ComparedProps {
  readonly before: readonly Row[];
  readonly after: readonly Row[];
  readonly model: ReadModel;
}

/** Rows drawn at once. */
const STEP = 20;

function Compared({ before, after, model }: ComparedProps) {
  const diff = useMemo(() => diffRows(before, after, model.keyOf), [before, after, model]);
  const [shown, setShown] = useState(STEP);
  const { changes } = diff;
  return (
    <section className="stack" aria-label="What the event did to the rows">
      <Counts diff={diff} row={model.row} />
      {changes.length === 0 && <Empty>The event changed no {model.row} here.</Empty>}
      <ul className={styles.rows}>
        {changes.slice(0, shown).map((change) => (
          <li key={`${change.fate} ${change.key}`}>
            <RowCard change={change} row={model.row} isOpen={change.fate === 'changed' || changes.length <= 3} />
          </li>
        ))}
      </ul>
      {changes.length > shown && (
        <button type="button" onClick={() => setShown(shown + STEP)}>
          Show {Math.min(STEP, changes.length - shown)} more of {whole(changes.length - shown)}
        </button>
      )}
    </section>
  );
}

function Counts({ diff: { counts }, row }: { readonly diff: RowsDiff; readonly row: string }) {
  const several = row === 'entry' ? 'entries' : `${row}s`;
  return (
    <p role="status">
      <strong>
        {plural(counts.added, row, several)} added, {whole(counts.removed)} removed, {whole(counts.changed)} changed
      </strong>
      ; {whole(counts.same)} the same.
    </p>
  );
}
