import { defaultRetries, type RetryPolicy } from './requests/retrying';

export interface ClientOptions {
  /** Where the server is, such as `http://127.0.0.1:8080`. */
  readonly url: string;
  /** An API key, where the server asks for one: `slk_...`. Sent with every request, in the header `Authorization`. */
  readonly key?: string;
  /** Sent with every request too. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Which requests are repeated, and when. */
  readonly retries?: Partial<RetryPolicy>;
  /** Instead of the global one: for proxies, tests, logging. */
  readonly fetch?: typeof fetch;
}

/** A past moment at which questions are asked. */
export interface Moment {
  /** Of the world: an instant (RFC 3339 with Z), or a date, which is its end in UTC. */
  readonly asOf?: string;
  /** Of the store: a position or an instant. */
  readonly asRecorded?: number | string;
}

export interface ResolvedOptions {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly retries: RetryPolicy;
  readonly fetch: typeof fetch;
}

export function resolvedOptions({ url, key, headers = {}, retries, fetch: given }: ClientOptions): ResolvedOptions {
  const authorized = key === undefined ? headers : { ...headers, Authorization: `Bearer ${key}` };
  // A browser's own fetch must be called on its window.
  return {
    url,
    headers: authorized,
    retries: { ...defaultRetries, ...retries },
    fetch: given ?? ((...args) => fetch(...args)),
  };
}
