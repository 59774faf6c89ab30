import type { Known } from '../known/known';
import type { Bar, BarPrices } from './bar';

/** The tape, a bar a session: as traded, and adjusted for the splits up to its last session. */
export function barsOf(known: Known): readonly Bar[] {
  const { splitFactor } = known;
  const latest = splitFactor[splitFactor.length - 1] ?? 1;
  return known.sessions.map((session, i) => {
    const { open, high, low, close, volume } = pricesAt(known, i, 1);
    return {
      session,
      open,
      high,
      low,
      close,
      volume,
      adjusted: pricesAt(known, i, latest / splitFactor[i]!),
      source: known.barSource[i]!,
      knownAt: known.barKnownAt[i]!,
      position: known.barPosition[i]!,
    };
  });
}

/** Per what `shares` shares of the present were then: prices shrink by it, volumes grow. */
function pricesAt({ open, high, low, close, volume }: Known, i: number, shares: number): BarPrices {
  return {
    open: figure(open[i]! / shares),
    high: figure(high[i]! / shares),
    low: figure(low[i]! / shares),
    close: close[i]! / shares,
    volume: figure(volume[i]! * shares),
  };
}

function figure(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
