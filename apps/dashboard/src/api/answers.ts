import type { Answer, GetOptions, ListPaths, Operation, Page, PathsWith, RowOf } from '@streakline/client';
import { type UseInfiniteQueryResult, type UseQueryResult, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApiKey } from './api-key';
import { useClient } from './client';
import { liveFloor } from './live';
import { useMoment } from './moment';
import { noteList, sharedList } from './rests-on';
import { isTimeless } from './timeless';

/** A path of the API that answers JSON. */
export type GetPath = PathsWith<'get'>;
export type AnswerOf<P extends GetPath> = Answer<Operation<'get', P>>;
export type Asked<P extends GetPath> = Omit<GetOptions<Operation<'get', P>>, 'signal'>;

interface Asking {
  /** Not yet, as long as this is false. */
  readonly enabled?: boolean;
}

/**
 * An answer of the API at the moment in force. It is asked for anew when the live stream tells of an event, and then
 * waits for the read models to have reached that event.
 *
 * @example const { data, error, isPending } = useAnswer('/v1/instruments/{ref}', { path: { ref } });
 */
export function useAnswer<P extends GetPath>(
  path: P,
  asked: Asked<P>,
  { enabled = true }: Asking = {},
): UseQueryResult<AnswerOf<P>> {
  const { client, scope, about } = useScope(path);
  return useQuery({
    queryKey: [path, asked, scope],
    queryFn: ({ signal }) => client.get(path, { ...asked, query: about(queryOf(asked)), signal } as never),
    enabled,
  });
}

/** The pages of a list, fetched as they are wanted: `fetchNextPage`, `hasNextPage`. */
export function usePages<P extends ListPaths>(
  path: P,
  asked: Asked<P>,
  { enabled = true }: Asking = {},
): UseInfiniteQueryResult<{ pages: Page<RowOf<P>>[] }> {
  const { client, scope, about } = useScope(path);
  return useInfiniteQuery({
    queryKey: [path, 'pages', asked, scope],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...about(queryOf(asked)), ...(pageParam === null ? {} : { cursor: pageParam }) };
      return client.get(path, { ...asked, query, signal } as never);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<RowOf<P>>) => page.nextCursor,
    enabled,
  });
}

/** A whole list, page after page: for what a chart draws at once. */
export function useWholeList<P extends ListPaths>(
  path: P,
  asked: Asked<P>,
  { enabled = true }: Asking = {},
): UseQueryResult<readonly RowOf<P>[]> {
  const { client, scope, about } = useScope(path);
  return useQuery({
    queryKey: [path, 'whole', asked, scope],
    queryFn: async ({ signal }) => {
      const rows: RowOf<P>[] = [];
      const call = { ...asked, query: about(queryOf(asked)), signal };
      let position = Infinity;
      for await (const page of client.pages(path, call as never)) {
        rows.push(...page.data);
        position = Math.min(position, page.position ?? Infinity);
      }
      return noteList(rows, position);
    },
    enabled,
    structuralSharing: sharedList,
  });
}

function queryOf(asked: object): object {
  return 'query' in asked && typeof asked.query === 'object' && asked.query !== null ? asked.query : {};
}

/** Whom to ask, as of when, and from which position on. */
function useScope(path: string) {
  const now = useClient();
  const moment = useMoment();
  const key = useApiKey();
  const timeless = isTimeless(path);
  const asOf = timeless ? null : moment;
  return useMemo(() => {
    const client = asOf === null ? now : now.asOf(asOf);
    const about = (query: object): object => {
      const floor = liveFloor.get();
      return timeless || asOf !== null || floor === 0 ? query : { minPosition: floor, ...query };
    };
    return { client, scope: { asOf, key }, about };
  }, [now, asOf, key, timeless]);
}
