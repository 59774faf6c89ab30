import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApiKey } from '../../../api/api-key';
import { useClient } from '../../../api/client';
import { Answered } from '../../../ui/answered';
import { Evidence } from '../../../ui/evidence';
import { whole } from '../../../words/numbers';
import styles from './stepper.module.css';

/** Characters shown; a delivery of bars has hundreds of thousands. */
const SHOWN = 20_000;

/** What the event says, folded away until somebody wants it. */
export function EventPayload({ position }: { readonly position: number }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.payload} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>What the event says</summary>
      {isOpen && <Payload position={position} />}
    </details>
  );
}

function Payload({ position }: { readonly position: number }) {
  const client = useClient();
  const key = useApiKey();
  const query = useQuery({
    queryKey: ['event', position, key],
    queryFn: async ({ signal }) => {
      const page = await client.get('/v1/events', { query: { after: String(position - 1), limit: 1 }, signal });
      return JSON.stringify(page.data[0]?.data ?? null, null, 2);
    },
    // An event never changes.
    staleTime: ({ state: { data } }) => (data === undefined ? 0 : 'static'),
  });
  return (
    <Answered query={query} what="the event">
      {(text) => (
        <>
          <pre className={styles.json} tabIndex={0} role="region" aria-label="The event's data">
            {text.slice(0, SHOWN)}
          </pre>
          <p className="soft">
            {text.length > SHOWN && `The first ${whole(SHOWN)} of ${whole(text.length)} characters. `}
            <Evidence href={`/v1/events?after=${position - 1}&limit=1`}>The whole event</Evidence>
          </p>
        </>
      )}
    </Answered>
  );
}
