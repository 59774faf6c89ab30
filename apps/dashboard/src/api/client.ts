import { StreaklineClient } from '@streakline/client';
import { useMemo } from 'react';
import { useApiKey } from './api-key';
import { watchedFetch } from './connection';

/** Typed by the API's own OpenAPI document; asks the server that this page came from. */
export function useClient(): StreaklineClient {
  const key = useApiKey();
  return useMemo(() => makeClient(key), [key]);
}

function makeClient(key: string | null): StreaklineClient {
  return new StreaklineClient({
    url: window.location.origin,
    headers: key === null ? {} : { Authorization: `Bearer ${key}` },
    fetch: watchedFetch,
    // A person waits: say soon that the server is lost, and go on by the live stream's own attempts.
    retries: { attempts: 3, longestPauseMs: 2_000, longestRetryAfterMs: 5_000 },
  });
}
