import { useCallback, useMemo } from 'react';
import { usePages } from '../../../api/answers';
import { Empty } from '../../../ui/empty';
import { Loading } from '../../../ui/loading';
import { Problem } from '../../../ui/problem';
import { plural } from '../../../words/numbers';
import type { FilterState } from '../filters/use-filters';
import { DownloadRows } from './download-rows';
import { ReactionsTable } from './reactions-table';
import { useToldSince } from './use-told-since';

// A page that nobody asked for since the last close takes a tape a row: the first one is to be here soon.
const PAGE = 50;

/** The list of announcements and what each did, as the filters have it. */
export function Reactions({ filters, clear }: Pick<FilterState, 'filters' | 'clear'>) {
  // The server itself says what is wrong with a value that somebody typed into the URL.
  const query = usePages('/v1/reactions', { query: { ...filters, limit: PAGE } as { readonly limit: number } });
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = query;
  const told = useToldSince();
  const rows = useMemo(() => data?.pages.flatMap((page) => page.data) ?? [], [data]);
  const more = useCallback(() => {
    if (!isFetching) void fetchNextPage();
  }, [isFetching, fetchNextPage]);
  if (data === undefined && error !== null)
    return <Problem what="the announcements" error={error} onRetry={() => refetch()} />;
  if (data === undefined) return <Loading what="the announcements" />;
  if (rows.length === 0 && !hasNextPage) return <Nothing isFiltered={Object.keys(filters).length > 0} clear={clear} />;
  const came = new Set(rows.flatMap(({ announcement: { id } }) => (told.has(id) ? [id] : []))).size;
  return (
    <>
      <p className="soft">
        Day 0 is the first session that could react. In the last column a hollow mark is a session before it, a full one
        a session from it on.
      </p>
      <ReactionsTable key={JSON.stringify(filters)} {...{ rows, told, hasMore: hasNextPage, onMore: more, error }} />
      <div className="row soft">
        <span role="status">
          {plural(rows.length, 'row')} {hasNextPage ? 'so far; more come as you scroll.' : 'in all.'}{' '}
          {came > 0 && `${plural(came, 'announcement')} came in since you opened this page.`}
        </span>
        <DownloadRows rows={rows} />
      </div>
    </>
  );
}

function Nothing({ isFiltered, clear }: { readonly isFiltered: boolean; readonly clear: () => void }) {
  if (isFiltered) {
    return (
      <Empty>
        <p>No announcement of a listed instrument fits these filters.</p>
        <button type="button" onClick={clear}>
          Clear the filters
        </button>
      </Empty>
    );
  }
  return (
    <Empty>
      <p>No announcement of a listed instrument is on record. They appear here by themselves as they come in:</p>
      <ul>
        <li>
          <code>npm run demo</code> shows the Amazon case of February 2026;
        </li>
        <li>
          <code>npx streakline import edgar</code> and <code>import prices</code> take files;
        </li>
        <li>
          <a href="/docs">the API</a> takes them one by one.
        </li>
      </ul>
    </Empty>
  );
}
