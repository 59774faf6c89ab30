/** How often, and after how long, a request is sent again that may succeed later. */
export interface RetryPolicy {
  /** Times that a request is sent at most. Default 5; 1 never repeats. */
  readonly attempts: number;
  /** Before the second attempt, milliseconds; then twice as long each time, up to `longestPauseMs`. Default 200. */
  readonly firstPauseMs: number;
  /** Default 10,000. */
  readonly longestPauseMs: number;
  /** A Retry-After beyond this is not waited for: the problem is thrown. Milliseconds, default 60,000. */
  readonly longestRetryAfterMs: number;
}

export const defaultRetries: RetryPolicy = {
  attempts: 5,
  firstPauseMs: 200,
  longestPauseMs: 10_000,
  longestRetryAfterMs: 60_000,
};

const MAY_SUCCEED_LATER = new Set([408, 425, 429, 502, 503, 504]);

export function maySucceedLater(status: number): boolean {
  return MAY_SUCCEED_LATER.has(status);
}

/**
 * The pause after a failed attempt (from 1), with jitter: between half and all of it, so that many clients whose server
 * went away do not come back at once.
 */
export function pauseAfter(attempt: number, { firstPauseMs, longestPauseMs }: RetryPolicy): number {
  const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** (attempt - 1));
  return pause * (0.5 + Math.random() / 2);
}

/** What Retry-After asks for, milliseconds: it holds seconds or an HTTP date (RFC 9110, 10.2.3). Null where it is missing or neither. */
export function retryAfterOf(headers: Headers, now: number): number | null {
  const value = headers.get('Retry-After')?.trim();
  if (value === undefined || value === '') return null;
  if (/^\d+$/.test(value)) return Number(value) * 1_000;
  const until = Date.parse(value);
  return Number.isNaN(until) ? null : Math.max(0, until - now);
}

/** Waits; rejects with the signal's reason as soon as that aborts. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(reasonOf(signal));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}

function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new Error(`aborted: ${String(reason)}`);
}
