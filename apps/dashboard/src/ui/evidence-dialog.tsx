import { useQuery } from '@tanstack/react-query';
import { useApiKey } from '../api/api-key';
import { watchedFetch } from '../api/connection';
import { download } from '../charts/download';
import { Answered } from './answered';
import { Dialog } from './dialog';
import styles from './evidence.module.css';

/** Characters that are drawn; the download has all. */
const SHOWN = 50_000;

/** The API's answer at a path, asked for with the key of this tab. */
export function EvidenceDialog({ href, onClose }: { readonly href: string; readonly onClose: () => void }) {
  const key = useApiKey();
  const answer = useQuery({
    queryKey: ['evidence', href, key],
    queryFn: ({ signal }) => textOf(href, key, signal),
    gcTime: 0,
  });
  return (
    <Dialog title="The API's answer" onClose={onClose}>
      <p>
        <code>{href}</code>
      </p>
      <Answered query={answer} what="the answer">
        {(text) => <AnswerText text={text} />}
      </Answered>
      <div className="row">
        <button type="button" onClick={onClose}>
          Close
        </button>
      </div>
    </Dialog>
  );
}

function AnswerText({ text }: { readonly text: string }) {
  return (
    <>
      <pre className={styles.answer} tabIndex={0}>
        {text.slice(0, SHOWN)}
      </pre>
      <div className="row">
        {text.length > SHOWN && <span>The first of {Math.ceil(text.length / SHOWN)} parts.</span>}
        <button type="button" onClick={() => download('answer.json', text, 'application/json')}>
          Download all of it
        </button>
      </div>
    </>
  );
}

async function textOf(href: string, key: string | null, signal: AbortSignal): Promise<string> {
  const headers = new Headers({ Accept: 'application/json' });
  if (key !== null) headers.set('Authorization', `Bearer ${key}`);
  const response = await watchedFetch(href, { headers, signal });
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status}: ${text.slice(0, 500)}`);
  return JSON.stringify(JSON.parse(text), null, 2);
}
