import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useUrlState } from '../../../api/url-state';
import { Answered } from '../../../ui/answered';
import { Evidence } from '../../../ui/evidence';
import { Panel } from '../../../ui/panel';
import { Segmented } from '../../../ui/segmented';
import { useWatched } from '../watching/use-watched';
import { ActDialog } from './act-dialog';
import styles from './dead-letters.module.css';
import type { Act, Letter } from './letter';
import { LettersTable } from './letters-table';

const EVERY_MS = 5_000;
const TOPICS = [
  ['', 'All'],
  ['parked', 'Parked events'],
  ['announcements', 'Announcements'],
  ['prices', 'Prices'],
  ['events', 'Events topic'],
] as const;
type Topic = (typeof TOPICS)[number][0];
/** Rows at first, and the most that one answer has. */
const [PAGE, MOST] = [100, 1000];

/** What was put aside, and what can be done about it. */
export function DeadLettersPanel() {
  const [topic, setTopic] = useUrlState('letters');
  const [limit, setLimit] = useState(PAGE);
  const query = useWatched('/v1/dead-letters', { query: { limit, ...(topic !== '' && { topic }) } }, EVERY_MS);
  const acting = useActing();
  return (
    <Panel title="Dead letters and parked events" aside={<Evidence href="/v1/dead-letters">All figures</Evidence>}>
      <div>
        <Segmented legend="Which" options={TOPICS} value={topicOf(topic)} onChange={setTopic} />
      </div>
      <Outcome words={acting.done} />
      <Answered query={query} what="the dead letters">
        {(letters) => (
          <LettersTable
            letters={letters}
            onAct={acting.ask}
            onMore={limit < MOST ? () => setLimit(Math.min(MOST, limit + PAGE)) : undefined}
          />
        )}
      </Answered>
      {acting.asked !== null && <ActDialog {...acting.asked} onClose={acting.close} onDone={acting.finish} />}
    </Panel>
  );
}

function topicOf(text: string): Topic {
  return TOPICS.find(([topic]) => topic === text)?.[0] ?? '';
}

/** What is asked of whoever looks, and what was done last. */
function useActing() {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<{ readonly letter: Letter; readonly act: Act } | null>(null);
  const [done, setDone] = useState('');
  const finish = (words: string) => {
    setAsked(null);
    setDone(words);
    void queries.invalidateQueries({ predicate: ({ queryKey }) => isOperations(queryKey[0]) });
  };
  const ask = (letter: Letter, act: Act) => {
    setDone('');
    setAsked({ letter, act });
  };
  return { asked, done, ask, finish, close: () => setAsked(null) };
}

function isOperations(path: unknown): boolean {
  return path === '/v1/dead-letters' || path === '/v1/projections';
}

/** Takes the focus when there is something to tell: the row that had it is gone. */
function Outcome({ words }: { readonly words: string }) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (words !== '') place.current?.focus();
  }, [words]);
  return (
    <p ref={place} role="status" tabIndex={-1} className={words === '' ? undefined : styles.done}>
      {words !== '' && <span aria-hidden="true">✓ </span>}
      {words}
    </p>
  );
}
