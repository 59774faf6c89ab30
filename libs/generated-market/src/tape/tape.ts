import type { Bar } from './bar';
import type { LateBars } from './late-bars';

/** `from` shares become `to` at the open of the session `ex`; public at the end of the date of `announced`. */
export interface DrawnSplit {
  readonly ex: number;
  readonly announced: number;
  readonly from: number;
  readonly to: number;
}

export interface DrawnDividend {
  readonly ex: number;
  readonly amount: number;
}

export interface DrawnDistribution {
  readonly ex: number;
  readonly announced: number;
  readonly kind: 'spinOff' | 'special' | 'returnOfCapital' | 'rights';
  readonly value: number;
}

export interface DrawnShareCount {
  readonly countedOn: string;
  readonly filed: number;
  readonly shares: number;
}

/** Epoch milliseconds. */
export interface DrawnHalt {
  readonly from: number;
  readonly to: number;
  readonly reason: string;
}

/** All that happens to one instrument's price, by places of sessions. */
export interface Tape {
  /** Ascending; a session without one had no trading. */
  readonly bars: readonly Bar[];
  readonly splits: readonly DrawnSplit[];
  readonly dividends: readonly DrawnDividend[];
  readonly distributions: readonly DrawnDistribution[];
  readonly shareCounts: readonly DrawnShareCount[];
  readonly halts: readonly DrawnHalt[];
  /** A bar that was first delivered wrong, and put right a month later. */
  readonly firstSaidWrong: Bar | null;
  /** Bars that came late. */
  readonly late: LateBars | null;
  /** Per share, what the holders of one that was bought are paid. */
  readonly takeoverPrice: number | null;
}

/** To the cent, and never free. */
export function cents(price: number): number {
  return Math.max(1, Math.round(price * 100)) / 100;
}
