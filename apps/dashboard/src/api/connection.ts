import { useSyncExternalStore } from 'react';
import { Store } from './store';

/**
 * How the server stands: `ok` answers; `lost` does not (every attempt is repeated by itself); `keyNeeded` wants an API
 * key, or another one.
 */
export type Connection = 'ok' | 'lost' | 'keyNeeded';

export const connection = new Store<Connection>('ok');

export function useConnection(): Connection {
  return useSyncExternalStore(connection.subscribe, connection.get);
}

/** How the server stands after an answer of a status; `takesKey`: from where one is asked for if there are any. */
export function connectionAfter(status: number, takesKey: boolean, before: Connection): Connection {
  if (status === 401) return 'keyNeeded';
  // A proxy answers for a server that is gone.
  if (status === 502 || status === 504) return 'lost';
  // What takes no key, and the limit of wrong ones, say nothing of the key: its form stays.
  return before === 'keyNeeded' && (!takesKey || status === 429) ? before : 'ok';
}

/** The browser's fetch, watched: whatever is asked tells how the server stands. */
export const watchedFetch: typeof fetch = async (input, init) => {
  try {
    const response = await fetch(input, init);
    const takesKey = new URL(response.url).pathname.startsWith('/v1/');
    connection.set(connectionAfter(response.status, takesKey, connection.get()));
    return response;
  } catch (error) {
    if (init?.signal?.aborted !== true) connection.set('lost');
    throw error;
  }
};
