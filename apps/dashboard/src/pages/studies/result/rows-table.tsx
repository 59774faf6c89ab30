import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Column } from '../../../ui/data-table';
import { Problem } from '../../../ui/problem';
import { whole } from '../../../words/numbers';
import styles from '../studies.module.css';

/** Pages as useRows gives them. */
interface Pages<Row> {
  readonly data: { readonly pages: readonly { readonly data: readonly Row[] }[] } | undefined;
  readonly error: unknown;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}

interface Props<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly query: Pages<Row>;
  readonly rowKey: (row: Row) => string;
  /** How many there are in all. */
  readonly total: number;
}

const ROW_PX = 40;
/** Rows before the end of what is here at which the next page is asked for. */
const AHEAD = 40;

/** A table of any length: what is in sight is drawn, and pages come as they are scrolled to. */
export function RowsTable<Row>({ caption, columns, query, rowKey, total }: Props<Row>) {
  const place = useRef<HTMLDivElement>(null);
  const rows = query.data?.pages.flatMap(({ data }) => data) ?? [];
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  const items = virtualizer.getVirtualItems();
  useNextPage(query, items.at(-1)?.index ?? 0, rows.length);
  const before = items[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <>
      <div ref={place} className={styles.window} role="region" aria-label={caption} tabIndex={0}>
        <table className={styles.rows} aria-rowcount={total + 1}>
          <caption className="visually-hidden">{caption}</caption>
          <Head columns={columns} />
          <tbody>
            <Space height={before} columns={columns.length} />
            {items.map(({ index }) => (
              <tr
                key={rowKey(rows[index]!)}
                aria-rowindex={index + 2}
                data-index={index}
                ref={virtualizer.measureElement}
              >
                <Cells row={rows[index]!} columns={columns} />
              </tr>
            ))}
            <Space height={after} columns={columns.length} />
          </tbody>
        </table>
      </div>
      <HowMany here={rows.length} total={total} />
      {query.error !== null && <Problem what="the next rows" error={query.error} onRetry={query.fetchNextPage} />}
    </>
  );
}

/** Asks for the next page when the end of what is here comes near. */
function useNextPage(
  { hasNextPage, isFetchingNextPage, fetchNextPage, error }: Pages<unknown>,
  last: number,
  here: number,
) {
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && error === null && last >= here - AHEAD) void fetchNextPage();
  }, [last, here, hasNextPage, isFetchingNextPage, fetchNextPage, error]);
}

function HowMany({ here, total }: { readonly here: number; readonly total: number }) {
  const words =
    here < total ? `${whole(here)} of ${whole(total)} are here; scroll for more.` : `All ${whole(total)} are here.`;
  return (
    <p className="soft" role="status">
      {words}
    </p>
  );
}

function Head<Row>({ columns }: { readonly columns: readonly Column<Row>[] }) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map(({ name, number }) => (
          <th key={name} scope="col" className={number === true ? 'number' : undefined}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Cells<Row>({ row, columns }: { readonly row: Row; readonly columns: readonly Column<Row>[] }) {
  return columns.map(({ name, number, rowHeader, cell }) => {
    const className = number === true ? 'number' : undefined;
    if (rowHeader !== true)
      return (
        <td key={name} className={className}>
          {cell(row)}
        </td>
      );
    return (
      <th key={name} scope="row" className={className}>
        {cell(row)}
      </th>
    );
  });
}

/** Stands for the rows that are out of sight. */
function Space({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true">
      <td className={styles.space} colSpan={columns} style={{ height }} />
    </tr>
  );
}
