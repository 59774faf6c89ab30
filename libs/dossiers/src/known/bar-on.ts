import type { Known } from './known';

/** The place on the tape of the bar with an ordinal, or of the first after it; the tape's length if there is none. */
export function firstBarFrom({ ordinals }: Pick<Known, 'ordinals'>, ordinal: number): number {
  let low = 0;
  let high = ordinals.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ordinals[middle]! < ordinal) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The session of the bar with a place: as `sessions` has it, of which a prefix would first have to make a copy. */
export function sessionAt({ table, ordinals }: Pick<Known, 'table' | 'ordinals'>, place: number): string {
  return table.sessions[ordinals[place]!]!;
}

/** The place on the tape of the bar with an ordinal; -1 if that session lacks its bar. */
export function barOn(known: Pick<Known, 'ordinals'>, ordinal: number): number {
  const place = firstBarFrom(known, ordinal);
  return known.ordinals[place] === ordinal ? place : -1;
}
