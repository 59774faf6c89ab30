import { type DayZero, OutsideCoverageError } from '@streakline/market-time';
import { dayOf } from '../facts/day-number';
import { marketMomentOf } from '../known/acts';
import type { Known, KnownAct } from '../known/known';

/** An announcement or amendment, and where it falls on the instrument's exchange; null where the calendar does not reach. */
export interface Happening {
  readonly act: KnownAct;
  readonly dayZero: DayZero | null;
  readonly day0Ordinal: number | null;
}

const remembered = new WeakMap<Known, readonly Happening[]>();

/** In the order of the known acts. Computed once for each Known. */
export function happeningsOf(known: Known): readonly Happening[] {
  let happenings = remembered.get(known);
  if (happenings === undefined) remembered.set(known, (happenings = known.acts.map((act) => happeningOf(known, act))));
  return happenings;
}

function happeningOf({ exchange, table }: Known, act: KnownAct): Happening {
  try {
    const dayZero = exchange.dayZero(marketMomentOf(act.moment));
    return { act, dayZero, day0Ordinal: table.ordinalOn(dayOf(dayZero.day0)) };
  } catch (error) {
    if (error instanceof OutsideCoverageError) return { act, dayZero: null, day0Ordinal: null };
    throw error;
  }
}
