/** How closes moved, session by session: -1 fell, 0 unchanged, 1 rose against the close before. */
export type Signs = Int8Array;

/** Of three, in this order: falling, unchanged, rising. */
export type BySign = readonly [number, number, number];

/** How often closes fell, stood still and rose, and what followed what: all that the probability of a run rests on. */
export interface SignCounts {
  /** Sessions that have a close before them. */
  readonly sessions: number;
  readonly moves: BySign;
  /** Pairs of neighbouring sessions, by the first's move and then by the second's. */
  readonly pairs: readonly [BySign, BySign, BySign];
}

/** Counts the moves of a tape; a tape's first bar has none, so it is not among `signs`. */
export function countSigns(signs: Signs): SignCounts {
  const moves: [number, number, number] = [0, 0, 0];
  const pairs: [[number, number, number], [number, number, number], [number, number, number]] = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ];
  for (let i = 0; i < signs.length; i++) {
    const move = (signs[i]! + 1) as 0 | 1 | 2;
    moves[move]++;
    if (i > 0) pairs[(signs[i - 1]! + 1) as 0 | 1 | 2][move]++;
  }
  return { sessions: signs.length, moves, pairs };
}
