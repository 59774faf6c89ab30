import { barsOf, type Known, marketCapsOf, reactionsOf, runsOf, timelineOf } from '../src';

/** Everything that a reader can ask, to be compared as a whole. */
export function viewsOf(known: Known | null): unknown {
  if (known === null) return null;
  const { listing, names, strays, splits, dividends, shareCounts, benchmarks, sectors, acts } = known;
  const { shareClasses, units } = known;
  const { distributions, halts, delisting, schedules, observations } = known;
  return {
    ...{ shareClasses, units },
    ...{ distributions, halts, delisting, schedules, observations, totalValue: [...known.totalValue] },
    ...{ listing, names, strays, splits, dividends, shareCounts, benchmarks, sectors, acts },
    bars: barsOf(known),
    runs: runsOf(known),
    marketCaps: marketCapsOf(known),
    reactions: reactionsOf(known),
    timeline: timelineOf(known),
  };
}
