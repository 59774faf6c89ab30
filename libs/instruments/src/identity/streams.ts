import type { InstrumentId } from '@streakline/events';

/** The stream of everything said of one instrument. */
export function instrumentStream(instrumentId: InstrumentId): string {
  return `instrument-${instrumentId}`;
}

/** The stream that says whom a symbol names. Its expected version is what keeps symbols unique among racing listings. */
export function symbolStream(mic: string, symbol: string): string {
  return `symbol-${mic}:${symbol}`;
}
