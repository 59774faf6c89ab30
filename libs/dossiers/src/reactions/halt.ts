import { barOn, firstBarFrom, sessionAt } from '../known/bar-on';
import { changeOf } from '../known/change';
import type { Known } from '../known/known';

export interface Halt {
  readonly resumedOn: string;
  /** Of the first close after it against the base close; null where the base session lacks its bar too. */
  readonly resumptionReturn: number | null;
}

/** A halt over day 0 (its ordinal): no bar then, but one before and one after. Null if there was none. */
export function haltOf(known: Known, day0: number): Halt | null {
  const resumed = firstBarFrom(known, day0);
  if (resumed === 0 || resumed === known.ordinals.length || known.ordinals[resumed] === day0) return null;
  const base = barOn(known, day0 - 1);
  return {
    resumedOn: sessionAt(known, resumed),
    resumptionReturn: base === -1 ? null : changeOf(known.value[base]!, known.value[resumed]!),
  };
}
