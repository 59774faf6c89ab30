import { type SubmitEvent, useState, useSyncExternalStore } from 'react';
import { keepApiKey, useApiKey } from '../api/api-key';
import { connection, useConnection } from '../api/connection';
import { streamRefusal } from '../api/live';
import styles from './connection-banner.module.css';

/** Says that the server is lost, or that it wants a key; nothing as long as it answers. */
export function ConnectionBanner() {
  const state = useConnection();
  const refusal = useSyncExternalStore(streamRefusal.subscribe, streamRefusal.get);
  return (
    <div role="alert" className={styles.place}>
      {state === 'lost' && (
        <p className={styles.lost}>
          <strong>The server does not answer.</strong> What you see is what it said last. It is asked again by itself,
          and this line goes when it answers.
        </p>
      )}
      {state === 'keyNeeded' && <KeyForm />}
      {state === 'ok' && refusal !== null && (
        <p className={styles.lost}>
          <strong>What you see does not follow what happens.</strong> The live stream was refused: {refusal}
        </p>
      )}
    </div>
  );
}

function KeyForm() {
  const refused = useApiKey() !== null;
  const [key, setKey] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    connection.set('ok');
    keepApiKey(key.trim());
  };
  return (
    <form className={styles.key} onSubmit={submit}>
      <p>
        <strong>{refused ? 'This API key is not accepted.' : 'This server wants an API key.'}</strong> Its operator
        makes one with <code>streakline keys create</code>. It is kept for this tab alone.
      </p>
      <div className="row">
        <label className="row">
          API key
          <input type="password" autoComplete="off" value={key} onChange={(event) => setKey(event.target.value)} />
        </label>
        <button type="submit" className="primary" disabled={key.trim() === ''}>
          Use it
        </button>
      </div>
    </form>
  );
}
