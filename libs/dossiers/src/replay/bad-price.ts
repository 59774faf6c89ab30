import { type Figure, FIGURES } from '../facts/bar-columns';
import { dateOf } from '../facts/day-number';
import type { Dossier } from '../facts/dossier';

export interface BadPrice {
  readonly session: string;
  readonly figure: Figure;
  readonly value: number;
  /** Of the event that told it. */
  readonly position: number;
}

/** The first bar up to a position whose figures are no prices: a close that is NaN, anything infinite or negative, a price of zero. Null if all are sound. The door refuses such bars; files and packed bytes may still bring one. */
export function badPriceOf({ bars }: Dossier, asRecorded: number): BadPrice | null {
  for (const figure of FIGURES) {
    const column = bars.figures[figure];
    const least = figure === 'volume' ? 0 : Number.MIN_VALUE;
    for (let row = 0; row < bars.length; row++) {
      const value = column[row]!;
      if ((value >= least && value < Infinity) || (Number.isNaN(value) && figure !== 'close')) continue;
      const position = bars.positionOf(row);
      if (position <= asRecorded) return { session: dateOf(bars.day[row]!), figure, value, position };
    }
  }
  return null;
}
