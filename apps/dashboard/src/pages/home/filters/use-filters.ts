import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { withQuery } from '../../../api/moment';

export const FILTER_NAMES = ['q', 'kind', 'relation', 'instrument', 'from', 'to'] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** What is asked of the list: those that are set, in the URL as they go to the API. */
export type Filters = Readonly<Partial<Record<FilterName, string>>>;

export interface FilterState {
  readonly filters: Filters;
  /** An empty value takes the filter away. */
  readonly set: (name: FilterName, value: string) => void;
  readonly clear: () => void;
}

/** The filters in the URL: a link shares them, and reload keeps them. */
export function useFilters(): FilterState {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const change = useCallback(
    (changes: Filters) => {
      // What is in force now: two may be set before the page is drawn again.
      const query = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries(changes)) {
        if (value === '') query.delete(name);
        else query.set(name, value);
      }
      navigate(withQuery(path, query), { replace: true });
    },
    [path, navigate],
  );
  const filters = useMemo(() => filtersIn(search), [search]);
  const set = useCallback((name: FilterName, value: string) => change({ [name]: value }), [change]);
  const clear = useCallback(() => change(Object.fromEntries(FILTER_NAMES.map((name) => [name, '']))), [change]);
  return { filters, set, clear };
}

export function filtersIn(search: string): Filters {
  const query = new URLSearchParams(search);
  const values = FILTER_NAMES.map((name) => [name, query.get(name)?.trim() ?? ''] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== ''));
}
