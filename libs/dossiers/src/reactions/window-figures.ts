import { barOn, sessionAt } from '../known/bar-on';
import { changeOf } from '../known/change';
import type { Known } from '../known/known';
import { capChange } from '../market-caps/cap-change';
import type { WindowDays, WindowFigures } from './reaction';

/** What happened from close(from - 1) to close(to), days relative to the session with the ordinal `day0`. */
export function windowFigures(known: Known, day0: number, { from, to }: WindowDays): WindowFigures {
  const before = barOn(known, day0 + from - 1);
  const last = before === -1 ? -1 : lastWithoutGap(known, before, day0 + to);
  const complete = last !== -1 && known.ordinals[last] === day0 + to;
  const through = last > before ? sessionAt(known, last) : null;
  if (!complete) return { from, to, return: null, totalReturn: null, marketCapChange: null, complete, through };
  const { value, totalValue } = known;
  return {
    from,
    to,
    return: changeOf(value[before]!, value[last]!),
    totalReturn: changeOf(totalValue[before]!, totalValue[last]!),
    marketCapChange: capChange(known, before, last).marketCapChange,
    complete,
    through,
  };
}

/** The place of the last bar, up to an ordinal, that bars reach from a place without a gap. */
function lastWithoutGap({ ordinals }: Known, from: number, upTo: number): number {
  let last = from;
  while (ordinals[last]! < upTo && ordinals[last + 1] === ordinals[last]! + 1) last++;
  return last;
}
