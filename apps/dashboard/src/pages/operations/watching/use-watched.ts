import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useApiKey } from '../../../api/api-key';
import type { AnswerOf, Asked, GetPath } from '../../../api/answers';
import { useClient } from '../../../api/client';

/** An answer about now that is asked for again and again, in milliseconds, as long as the page is open and seen. */
export function useWatched<P extends GetPath>(path: P, asked: Asked<P>, everyMs: number): UseQueryResult<AnswerOf<P>> {
  const client = useClient();
  const key = useApiKey();
  return useQuery({
    queryKey: [path, 'watched', asked, key],
    queryFn: ({ signal }) => client.get(path, { ...asked, signal } as never),
    refetchInterval: everyMs,
    placeholderData: (before) => before as never,
  });
}
