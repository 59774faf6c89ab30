import { useEffect, useRef, useState } from 'react';
import { useClient } from '../../../api/client';
import { download } from '../../../charts/download';
import { reasonOf } from '../../../ui/problem';
import type { StudyKind } from '../form/study-types';
import { bytesText, openDownload, type Wanted } from './open-download';

interface Props {
  readonly name: string;
  /** What is in it, for who hears the button and not what stands around it. */
  readonly about: string;
  readonly asked: Wanted & { readonly kind: StudyKind };
  /** A media type that the API answers in. */
  readonly accept: string;
  readonly fileName: string;
}

type State =
  | { readonly at: 'rest' }
  | { readonly at: 'loading'; readonly bytes: number }
  | { readonly at: 'failed'; readonly why: string };

/** A file from the API: streamed, with what has come so far, and a way to end it. */
export function DownloadButton({ name, about, asked, accept, fileName }: Props) {
  const client = useClient();
  const [state, setState] = useState<State>({ at: 'rest' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const start = async () => {
    const stop = new AbortController();
    running.current = stop;
    setState({ at: 'loading', bytes: 0 });
    try {
      const content = await openDownload(client, asked, { accept, signal: stop.signal }, (bytes) =>
        setState({ at: 'loading', bytes }),
      );
      download(fileName, content, accept);
      setState({ at: 'rest' });
    } catch (error) {
      setState(stop.signal.aborted ? { at: 'rest' } : { at: 'failed', why: reasonOf(error) });
    }
  };
  if (state.at === 'loading') {
    return (
      <button type="button" onClick={() => running.current?.abort()}>
        <span role="status">
          {name}: {bytesText(state.bytes)}
        </span>{' '}
        · Cancel
      </button>
    );
  }
  return (
    <>
      <button type="button" onClick={() => void start()}>
        {name}
        <span className="visually-hidden"> of {about}</span>
      </button>
      {state.at === 'failed' && <span role="alert">{state.why}</span>}
    </>
  );
}
