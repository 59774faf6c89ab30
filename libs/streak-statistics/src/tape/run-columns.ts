import type { Signs } from '../signs/sign-counts';

/** The run that each session belongs to, by places; an unchanged close belongs to none (-1). */
export interface RunColumns {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** First and last place of the run of each session. */
export function runColumnsOf(signs: Signs): RunColumns {
  const first = new Int32Array(signs.length).fill(-1);
  const last = new Int32Array(signs.length).fill(-1);
  for (let i = 0; i < signs.length; i++) {
    if (signs[i] !== 0) first[i] = i > 0 && signs[i - 1] === signs[i] ? first[i - 1]! : i;
  }
  for (let i = signs.length - 1; i >= 0; i--) {
    if (signs[i] !== 0) last[i] = signs[i + 1] === signs[i] ? last[i + 1]! : i;
  }
  return { first, last };
}

/** How long runs are: of all runs, and of the run that a session drawn at random sits in. */
export interface RunLengths {
  readonly runs: number;
  readonly longest: number;
  /** Null without a run. */
  readonly meanOfRuns: number | null;
  /** Longer runs have more sessions to be drawn from, so this is more; what an announcement's run must be held against. */
  readonly meanOfSessions: number | null;
}

/** Lengths of the runs of a tape, both directions together or one. */
export function runLengthsOf(signs: Signs, direction?: -1 | 1): RunLengths {
  let [runs, sessions, squares, longest] = [0, 0, 0, 0];
  for (let from = 0, to = 0; from < signs.length; from = to) {
    for (to = from + 1; to < signs.length && signs[to] === signs[from];) to++;
    if (signs[from] === 0 || (direction !== undefined && signs[from] !== direction)) continue;
    const length = to - from;
    runs++;
    sessions += length;
    squares += length * length;
    longest = Math.max(longest, length);
  }
  const [meanOfRuns, meanOfSessions] = runs === 0 ? [null, null] : [sessions / runs, squares / sessions];
  return { runs, longest, meanOfRuns, meanOfSessions };
}
