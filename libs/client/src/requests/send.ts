import { ConnectionError, problemOf, ProblemError } from './problem-error';
import { maySucceedLater, pause, pauseAfter, retryAfterOf, type RetryPolicy } from './retrying';

export interface Sending {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

export interface Transport {
  readonly fetch: typeof fetch;
  readonly retries: RetryPolicy;
}

/**
 * Sends a request that may be sent twice: a GET, a DELETE, or a POST with its Idempotency-Key. Again where no answer
 * came, where it broke off, and where the server said that it may succeed later.
 *
 * @param read takes the answer; what it fails to read counts as not answered
 * @throws ProblemError what the server refused; ConnectionError where there was no answer; the signal's reason
 */
export async function send<T>(
  { fetch, retries }: Transport,
  sending: Sending,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await attempted(fetch, sending, read);
    if ('answer' in outcome) return outcome.answer;
    const wait = Math.max(outcome.retryAfterMs ?? 0, pauseAfter(attempt, retries));
    if (!outcome.isRetryable || attempt >= retries.attempts || wait > retries.longestRetryAfterMs) throw outcome.error;
    await pause(wait, sending.signal);
  }
}

type Attempted<T> =
  | { readonly answer: T }
  | { readonly error: Error; readonly isRetryable: boolean; readonly retryAfterMs: number | null };

async function attempted<T>(
  fetcher: typeof fetch,
  { url, ...init }: Sending,
  read: (response: Response) => Promise<T>,
): Promise<Attempted<T>> {
  try {
    const response = await fetcher(url, init);
    if (response.ok) return { answer: await read(response) };
    const error = await problemOf(response);
    const retryAfterMs = retryAfterOf(response.headers, Date.now());
    return { error, isRetryable: maySucceedLater(response.status), retryAfterMs };
  } catch (cause) {
    init.signal?.throwIfAborted();
    if (cause instanceof ProblemError) throw cause;
    const error = new ConnectionError(`${init.method} ${url.href} was not answered: is the server there?`, { cause });
    return { error, isRetryable: true, retryAfterMs: null };
  }
}
