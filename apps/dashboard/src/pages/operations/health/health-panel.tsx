import { useQuery } from '@tanstack/react-query';
import { watchedFetch } from '../../../api/connection';
import { Answered } from '../../../ui/answered';
import { Evidence } from '../../../ui/evidence';
import { Panel } from '../../../ui/panel';
import styles from './health.module.css';
import { type Health, healthOf, sentenceOf } from './health-words';

const EVERY_MS = 5_000;

/** Whether the process that answers can do its work, in plain words. */
export function HealthPanel() {
  const query = useQuery({
    queryKey: ['/health/ready'],
    queryFn: async ({ signal }) => {
      const response = await watchedFetch('/health/ready', { signal, headers: { Accept: 'application/json' } });
      return healthOf(response.status, await response.json().catch(() => null));
    },
    refetchInterval: EVERY_MS,
  });
  return (
    <Panel title="This process" aside={<Evidence href="/health/ready">All figures</Evidence>}>
      <Answered query={query} what="its health">
        {(health) => <Parts health={health} />}
      </Answered>
      <p className="soft">
        API keys are made, listed and taken back where the server runs: <code>streakline keys create</code>,{' '}
        <code>streakline keys list</code>, <code>streakline keys revoke</code>. No page shows them.
      </p>
    </Panel>
  );
}

function Parts({ health: { isReady, detail, checks } }: { readonly health: Health }) {
  const parts = Object.entries(checks);
  return (
    <>
      <p>
        <strong className={isReady ? 'rises' : 'falls'}>
          <span aria-hidden="true">{isReady ? '✓ ' : '✕ '}</span>
          {isReady ? 'It can do its work.' : 'It cannot do its work.'}
        </strong>{' '}
        {parts.length === 0 && detail}
      </p>
      <ul className={styles.parts}>
        {parts.map(([name, check]) => (
          <li key={name}>
            <span aria-hidden="true" className={check.ready ? 'rises' : 'falls'}>
              {check.ready ? '✓' : '✕'}{' '}
            </span>
            {sentenceOf(name, check)}
          </li>
        ))}
      </ul>
    </>
  );
}
