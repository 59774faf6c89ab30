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

/** The browser's fetch, watched: whatever is asked tells how the server stands. */
export const watchedFetch: typeof fetch = async (input, init) => {
  try {
    const response = await fetch(input, init);
    // A proxy answers for a server that is gone.
    const gone = response.status === 502 || response.status === 504;
    connection.set(response.status === 401 ? 'keyNeeded' : gone ? 'lost' : 'ok');
    return response;
  } catch (error) {
    if (init?.signal?.aborted !== true) connection.set('lost');
    throw error;
  }
};
