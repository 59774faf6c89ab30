import type { Page, StreaklineClient } from '@streakline/client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useApiKey } from '../../../api/api-key';
import { useClient } from '../../../api/client';
import type { EventRow, StreakRow, StudyKind } from '../form/study-types';

const PAGE = 200;

interface RowOfKind {
  readonly event: EventRow;
  readonly streak: StreakRow;
}

/** The rows of a finished study, page by page as they are scrolled to: used ones, or those left out. They never change. */
export function useRows<Kind extends StudyKind>(kind: Kind, id: string, only: 'used' | 'leftOut', enabled = true) {
  const client = useClient();
  const key = useApiKey();
  return useInfiniteQuery({
    queryKey: ['study rows', kind, id, only, key],
    queryFn: async ({ pageParam, signal }) => {
      const query = { only, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return (await rowsOf(client, kind, { path: { studyId: id }, query, signal })) as Page<RowOfKind[Kind]>;
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    // Whatever is recorded later, a finished study says the same: nothing to ask again for.
    enabled: ({ state }) => enabled && state.data === undefined,
    staleTime: Infinity,
  });
}

interface Call {
  readonly path: { readonly studyId: string };
  readonly query: { readonly only: 'used' | 'leftOut'; readonly limit: number; readonly cursor?: string };
  readonly signal: AbortSignal;
}

function rowsOf(client: StreaklineClient, kind: StudyKind, call: Call): Promise<Page<EventRow | StreakRow>> {
  return kind === 'event'
    ? client.get('/v1/event-studies/{studyId}/events', call)
    : client.get('/v1/streak-studies/{studyId}/events', call);
}
