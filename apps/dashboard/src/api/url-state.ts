import { useCallback } from 'react';
import { useLocation, useSearch } from 'wouter';
import { withQuery } from './moment';

/**
 * A value that is part of the place, so that a link shares it and reload keeps it. The fallback is left out of the URL.
 * Setting replaces the entry of the history: filters are no steps back.
 */
export function useUrlState(name: string, fallback = ''): [string, (value: string) => void] {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const set = useCallback(
    (value: string) => {
      // What is in force now: two values may be set before the page is drawn again.
      const query = new URLSearchParams(window.location.search);
      if (value === fallback) query.delete(name);
      else query.set(name, value);
      navigate(withQuery(path, query), { replace: true });
    },
    [name, fallback, path, navigate],
  );
  return [new URLSearchParams(search).get(name) ?? fallback, set];
}
