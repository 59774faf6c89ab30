import type { z } from 'zod';
import type { Decided } from '@streakline/event-store';
import { type InstrumentId, type NewEvent, SymbolAssigned, SymbolReleased } from '@streakline/events';
import { instrumentStream, symbolStream } from './streams';

/** Sends each event of a decision on an instrument to its stream: those on symbols to the symbols', the rest to its own. */
export function appendsOf(instrumentId: InstrumentId, events: readonly NewEvent[]): Decided['appends'] {
  const streams = new Map<string, NewEvent[]>();
  for (const event of events) {
    const streamId = symbolStreamOf(event) ?? instrumentStream(instrumentId);
    streams.set(streamId, [...(streams.get(streamId) ?? []), event]);
  }
  return [...streams].map(([streamId, its]) => ({ streamId, events: its }));
}

function symbolStreamOf(event: NewEvent): string | undefined {
  if (event.type !== SymbolAssigned.name && event.type !== SymbolReleased.name) return undefined;
  const { mic, symbol } = event.data as z.infer<typeof SymbolAssigned.schema | typeof SymbolReleased.schema>;
  return symbolStream(mic, symbol);
}
