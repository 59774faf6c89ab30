import { useSyncExternalStore } from 'react';
import { keep, kept } from './kept';
import { Store } from './store';

/** Kept for this tab alone, and never in a URL: a key opens what its owner may do. */
const PLACE = 'streakline.apiKey';

export const apiKey = new Store<string | null>(kept('sessionStorage', PLACE));

/** Takes a key, or forgets it. */
export function keepApiKey(key: string | null): void {
  keep('sessionStorage', PLACE, key);
  apiKey.set(key);
}

export function useApiKey(): string | null {
  return useSyncExternalStore(apiKey.subscribe, apiKey.get);
}
