import type { MarketCalendar } from '../calendar';
import type { Bar } from '../tape/bar';
import type { Tape } from '../tape/tape';

/** A bar that is not honest about its moment, for a lint to find. */
export interface DataFault {
  readonly bar: Bar;
  readonly knownAt: number;
  readonly basisAsOf: string | null;
}

/** Sessions between a bar and what it is said to be adjusted up to. */
const BASIS_AFTER = 5;

/**
 * The fault of the company of this number, of those that have one: odd ones have a bar that is said to be known at its
 * session's open, even ones a bar adjusted for splits up to a later date than that of its close. Null where its life has
 * no bar for it.
 */
export function dataFault(
  number: number,
  { bars, splits, firstSaidWrong, late }: Tape,
  calendar: MarketCalendar,
): DataFault | null {
  const isApart = ({ place }: Bar) =>
    place === firstSaidWrong?.place || (late !== null && late.first <= place && place <= late.last);
  // A split in between would have to be in the price.
  const isSplit = ({ place }: Bar) => splits.some(({ ex }) => place < ex && ex <= place + BASIS_AFTER);
  const upTo = calendar.length - BASIS_AFTER;
  const bar = bars
    .slice(Math.floor(bars.length / 2))
    .find((one) => one.volume > 0 && one.place < upTo && !isApart(one) && !isSplit(one));
  if (bar === undefined) return null;
  if (number % 2 === 1) return { bar, knownAt: calendar.open(bar.place), basisAsOf: null };
  return { bar, knownAt: calendar.close(bar.place), basisAsOf: calendar.session(bar.place + BASIS_AFTER) };
}
