import { ConnectionError, ProblemError } from '@streakline/client';
import styles from './states.module.css';

interface Props {
  /** What could not be had, such as "the reactions". */
  readonly what: string;
  readonly error: unknown;
  readonly onRetry?: (() => unknown) | undefined;
}

/** What went wrong, where, and how to mend it, in the server's own words where it has some. */
export function Problem({ what, error, onRetry }: Props) {
  return (
    <div className={styles.problem} role="alert">
      <p>
        <strong>
          {error instanceof ProblemError && error.status === 404 ? missing(what) : `Could not get ${what}.`}
        </strong>{' '}
        {reasonOf(error)}
      </p>
      <Faults error={error} />
      {error instanceof ProblemError && error.requestId !== null && (
        <p className="soft">
          Request <code>{error.requestId}</code>, as the server's log names it.
        </p>
      )}
      {onRetry !== undefined && (
        <button type="button" onClick={() => void onRetry()}>
          Try again
        </button>
      )}
    </div>
  );
}

/** What is wrong with which field, beyond what the sentence above said. */
function Faults({ error }: { readonly error: unknown }) {
  const faults = error instanceof ProblemError ? error.errors.filter(({ detail }) => detail !== error.detail) : [];
  if (faults.length === 0) return null;
  return (
    <ul>
      {faults.map(({ pointer, detail }) => (
        <li key={`${pointer} ${detail}`}>
          <code>{pointer}</code> {detail}
        </li>
      ))}
    </ul>
  );
}

/** In words. */
export function reasonOf(error: unknown): string {
  if (error instanceof ProblemError) return error.detail;
  if (error instanceof ConnectionError) return 'The server does not answer; it is asked again as soon as it does.';
  return error instanceof Error ? error.message : String(error);
}

/** One thing that is not there; a list is, and what it was narrowed to is not. */
function missing(what: string): string {
  const one = /^(?:the|this) ((?:\w+ )?\w*[^\Ws])$/.exec(what)?.[1];
  return one === undefined ? `Could not get ${what}.` : `There is no such ${one}.`;
}
