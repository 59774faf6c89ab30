import type { Sessions } from './sessions';

/** Strata of the sessions, and how many there are: one more than the greatest. */
export function strataCount({ stratum }: Sessions): number {
  let greatest = 0;
  for (const value of stratum) if (value > greatest) greatest = value;
  return greatest + 1;
}

/**
 * A cell holds the sessions of one tape that have the same direction and length at base. Each is numbered tape x strata +
 * stratum; behind them lie the cells that all tapes share, one a stratum.
 */
export interface Cells {
  readonly strata: number;
  readonly tapes: number;
  /** Own cells and shared ones. */
  readonly count: number;
}

export function cellsOf(sessions: Sessions): Cells {
  const strata = strataCount(sessions);
  const tapes = sessions.starts.length - 1;
  return { strata, tapes, count: (tapes + 1) * strata };
}

export function ownCell({ strata }: Cells, tape: number, stratum: number): number {
  return tape * strata + stratum;
}

export function sharedCell({ strata, tapes }: Cells, stratum: number): number {
  return tapes * strata + stratum;
}
