import { useSyncExternalStore } from 'react';
import { Store } from './store';

/** Kept for this tab alone, and never in a URL: a key opens what its owner may do. */
const PLACE = 'streakline.apiKey';

export const apiKey = new Store<string | null>(sessionStorage.getItem(PLACE));

/** Takes a key, or forgets it. */
export function keepApiKey(key: string | null): void {
  if (key === null) sessionStorage.removeItem(PLACE);
  else sessionStorage.setItem(PLACE, key);
  apiKey.set(key);
}

export function useApiKey(): string | null {
  return useSyncExternalStore(apiKey.subscribe, apiKey.get);
}
