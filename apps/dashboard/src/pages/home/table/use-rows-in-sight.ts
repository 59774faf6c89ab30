import { type RefObject, useEffect, useState } from 'react';

/** Rows drawn above and below those in sight: what a turn of the wheel brings is there already. */
const BEYOND = 8;

interface Sight {
  readonly first: number;
  readonly rows: number;
}

/** Which of many rows of one height are to be drawn, [from, to): those in sight of a scrolling element, and some about them. */
export function useRowsInSight(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowPx: number,
): readonly [from: number, to: number] {
  const [sight, setSight] = useState<Sight>({ first: 0, rows: 20 });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = () => {
      const first = Math.floor(element.scrollTop / rowPx);
      const rows = Math.ceil(element.clientHeight / rowPx);
      setSight((before) => (before.first === first && before.rows === rows ? before : { first, rows }));
    };
    // Tells of the size at once, and of each change of it.
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller, rowPx]);
  const from = Math.max(0, Math.min(sight.first, count) - BEYOND);
  return [from, Math.min(count, sight.first + sight.rows + BEYOND)];
}
