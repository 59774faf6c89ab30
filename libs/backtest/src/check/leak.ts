import type { StrategyFailure } from '../result/result';
import type { Difference } from './decisions';
import type { NewsItem } from './market-moments';

/** A decision that rests on what was not yet known: the whole log brings it about, and the log cut before that does not. */
export interface Leak extends Difference {
  /** When it was decided (or, in the cut run alone, would have been), epoch milliseconds. */
  readonly moment: number;
  /** Its date where the instrument trades; null where that is not known. */
  readonly date: string | null;
  readonly handler: string;
  readonly instrumentId: string;
  readonly ref: string;
  /** The log was cut here, and the decision was another. */
  readonly cutAt: number;
  /** The cut run ended in an error by then: it missed what it should not have looked for. */
  readonly cutFailure: StrategyFailure | null;
}

/** The first leak, and what it knew ahead of its time. */
export interface FirstLeak extends Leak {
  /** The decision becomes what the whole log makes it once what became known at this instant is there; null where that could not be told. */
  readonly knowsFrom: number | null;
  /** What became known then: of the instrument itself first, at most ten. */
  readonly news: readonly NewsItem[];
}

/** What a check found. */
export interface CheckReport {
  /** `leaking`: some decision differs. `failed`: the whole run ended in an error, and was checked up to it. */
  readonly state: 'clean' | 'leaking' | 'failed';
  readonly decisions: number;
  /** Instants at which the log was cut, ascending, and the runs made in all, bisection included. */
  readonly cuts: readonly number[];
  /** Cuts that were to be made and were not, since the time was up. */
  readonly cutsLeft: number;
  readonly runs: number;
  /** Earliest first, each moment and instrument once. */
  readonly leaks: readonly Leak[];
  readonly first: FirstLeak | null;
  readonly failure: StrategyFailure | null;
}
