import { useCallback, useState } from 'react';
import type { Point } from './tape/points';
import { type Range, rangeOf, type Span, startOf } from './tape/spans';

/**
 * What is to be in view: a new object when the span is chosen, and when an older part of the tape comes that the span
 * reaches into; not for a new bar, over which the chart keeps its zoom. And what is in view now, as the chart tells it.
 */
export function useRange(points: readonly Point[], span: Span) {
  const reason = `${span} ${reachOf(points, span)}`;
  const [kept, setKept] = useState<{ reason: string; range: Range | null }>({ reason: '', range: null });
  const [seen, setSeenNow] = useState<Range | null>(null);
  if (kept.reason !== reason) {
    setKept({ reason, range: rangeOf(points, span) });
    setSeenNow(null);
  }
  const setSeen = useCallback(
    (next: Range) => setSeenNow((before) => (before?.from === next.from && before.to === next.to ? before : next)),
    [],
  );
  return { range: kept.range, seen, setSeen };
}

/** Where the tape begins, if the span goes beyond that. */
function reachOf(points: readonly Point[], span: Span): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return 'nothing';
  return first.session <= startOf(last.session, span) ? 'covered' : first.session;
}
