import { useCallback, useMemo, useState } from 'react';
import type { Point } from './tape/points';
import type { ReactionRow } from './tape/rows';

interface At {
  /** The session that the crosshair is at. */
  readonly session: string | null;
  /** An announcement in focus, or under the pointer in the list. */
  readonly reaction: ReactionRow | null;
}

/** Where the crosshair is to go: a new object each time. */
export interface PointAt {
  readonly place: number | null;
}

const NONE: readonly ReactionRow[] = [];

const NOWHERE: At = { session: null, reaction: null };

/** What somebody points at, on the chart or in the list beside it, and which announcements are told of there. */
export function usePointer(
  places: ReadonlyMap<string, number>,
  points: readonly Point[],
  reactions: readonly ReactionRow[],
) {
  const [at, setAt] = useState(NOWHERE);
  const [pointAt, setPointAt] = useState<PointAt | null>(null);
  const setPlace = useCallback(
    (place: number | null) =>
      setAt({ session: (place === null ? undefined : points[place]?.session) ?? null, reaction: null }),
    [points],
  );
  const point = useCallback(
    (reaction: ReactionRow | null) => {
      setAt({ session: reaction?.day0 ?? null, reaction });
      setPointAt({ place: places.get(reaction?.day0 ?? '') ?? null });
    },
    [places],
  );
  const told = useMemo(() => {
    if (at.reaction !== null) return [at.reaction];
    const found = at.session === null ? NONE : reactions.filter(({ day0 }) => day0 === at.session);
    // The same object for the same nothing: most moves of the pointer tell of none.
    return found.length === 0 ? NONE : found;
  }, [at, reactions]);
  return { place: places.get(at.session ?? '') ?? null, pointAt, told, setPlace, point };
}
