import { QueryClient } from '@tanstack/react-query';

/** Answers are kept until an event makes them old; the API's client itself repeats what is safe to repeat. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: 5 * 60_000, refetchOnWindowFocus: false, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
