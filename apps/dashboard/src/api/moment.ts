import { useCallback } from 'react';
import { useSearch, useLocation } from 'wouter';

/** The moment of the whole app, in the URL: null is now. An instant (RFC 3339 with Z), or a date, which is its end in UTC. */
export function useMoment(): string | null {
  return new URLSearchParams(useSearch()).get('asOf');
}

/** Moves the whole app to a moment, on the page where it is; null goes back to now. */
export function useSetMoment(): (asOf: string | null) => void {
  const [path, navigate] = useLocation();
  const search = useSearch();
  return useCallback(
    (asOf) => {
      const query = new URLSearchParams(search);
      if (asOf === null) query.delete('asOf');
      else query.set('asOf', asOf);
      navigate(withQuery(path, query));
    },
    [path, search, navigate],
  );
}

/** A place of the app under the moment in force. */
export function atMoment(href: string, asOf: string | null): string {
  if (asOf === null || !href.startsWith('/')) return href;
  const [path = '', search = ''] = href.split('?');
  const query = new URLSearchParams(search);
  if (!query.has('asOf')) query.set('asOf', asOf);
  return withQuery(path, query);
}

export function withQuery(path: string, query: URLSearchParams): string {
  // Refs and instants are read by people: MIC:SYMBOL stays as it is.
  const text = query.toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
  return text === '' ? path : `${path}?${text}`;
}
