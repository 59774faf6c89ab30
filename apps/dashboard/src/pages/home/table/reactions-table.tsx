import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { Problem } from '../../../ui/problem';
import type { Reacted } from '../words';
import { Row } from './row';
import styles from './table.module.css';
import { useIsNarrow } from './use-is-narrow';
import { useRowsInSight } from './use-rows-in-sight';

/** As the style sheet has them. */
const ROW_PX = { wide: 68, narrow: 196 };
/** The next page is asked for when so many rows are left below. */
const AHEAD = 80;
/** Of the heads, and a scroll bar: a short list is no longer than it must be. */
const HEADS_PX = 56;
const COLUMNS = ['Announced', 'Instrument', 'Headline', 'Day 0', 'Abnormal', 'Market cap', 'What it did to the run'];

interface Props {
  readonly rows: readonly Reacted[];
  /** Ids of announcements that came in since the page was opened. */
  readonly told: ReadonlySet<string>;
  readonly hasMore: boolean;
  readonly onMore: () => void;
  /** Why the rest could not be had; null where nothing is wrong. */
  readonly error: unknown;
}

/** Thousands of rows, of which those in sight are drawn; it asks for more before its end is in sight. */
export function ReactionsTable({ rows, told, hasMore, onMore, error }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const rowPx = useIsNarrow() ? ROW_PX.narrow : ROW_PX.wide;
  const [from, to] = useRowsInSight(scroller, rows.length, rowPx);
  useEffect(() => {
    if (hasMore && to > rows.length - AHEAD) onMore();
  }, [hasMore, onMore, to, rows.length]);
  useStaysInPlace(scroller, rows, rowPx);
  useEffect(() => {
    performance.mark('streakline:first-rows');
  }, []);
  return (
    <>
      <div
        ref={scroller}
        className={styles.scroll}
        style={{ maxHeight: rows.length * rowPx + HEADS_PX }}
        tabIndex={0}
        role="region"
        aria-label="What announcements did"
      >
        <div role="table" aria-label="What announcements did" aria-rowcount={hasMore ? -1 : rows.length + 1}>
          <Head />
          <div role="rowgroup" className={styles.list} style={{ height: rows.length * rowPx }}>
            {rows.slice(from, to).map((row, i) => {
              const isNew = told.has(row.announcement.id);
              return <Row key={keyOf(row)} row={row} index={from + i} top={(from + i) * rowPx} isNew={isNew} />;
            })}
          </div>
        </div>
      </div>
      {error !== null && <Problem what="the rest of the announcements" error={error} onRetry={onMore} />}
    </>
  );
}

function Head() {
  return (
    <div role="rowgroup">
      <div role="row" className={styles.head} aria-rowindex={1}>
        {COLUMNS.map((name, i) => (
          <div key={name} role="columnheader" className={i >= 3 && i <= 5 ? styles.figure : undefined}>
            {name}
          </div>
        ))}
      </div>
    </div>
  );
}

export function keyOf({ announcement, instrument }: Reacted): string {
  return `${announcement.id} ${instrument.id}`;
}

/** Rows that come in above what somebody reads do not push it away; who is at the top sees them come. */
function useStaysInPlace(scroller: RefObject<HTMLElement | null>, rows: readonly Reacted[], rowPx: number): void {
  const first = useRef<string | null>(null);
  useLayoutEffect(() => {
    const key = rows[0] === undefined ? null : keyOf(rows[0]);
    const before = first.current;
    first.current = key;
    if (before === null || before === key || scroller.current === null || scroller.current.scrollTop === 0) return;
    const moved = rows.findIndex((row) => keyOf(row) === before);
    if (moved > 0) scroller.current.scrollBy({ top: moved * rowPx, behavior: 'instant' });
  }, [scroller, rows, rowPx]);
}
