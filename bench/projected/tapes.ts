import { BarsRecorded, idOf, InstrumentListed, type InstrumentId, type NewEvent } from '@streakline/events';
import type { EventStore } from '@streakline/event-store';
import { exchange } from '@streakline/market-time';

const SESSIONS_AN_EVENT = 2_500;
const LISTED_AT = Date.parse('1990-01-01T00:00:00Z');

/** The last `count` sessions of Nasdaq up to the Amazon case. */
export function lastSessions(count: number): readonly string[] {
  return exchange('XNAS').sessions('1990-01-02', '2026-03-06').slice(-count);
}

export function instrumentIdOf(number: number): InstrumentId {
  return idOf('ins', ['bench', number]);
}

/** Bars of one instrument over some sessions: a price that wanders by the cent, with all figures. */
export function delivery(instrumentId: InstrumentId, sessions: readonly string[], number: number): NewEvent {
  let cents = 5_000 + (number % 97) * 100;
  const close = sessions.map((_, at) => (cents = Math.max(500, cents + ((at * 31 + number * 17) % 201) - 100)) / 100);
  const data = {
    instrumentId,
    source: 'bench',
    basisAsOf: null,
    sessions: [...sessions],
    open: close.map((price) => price + 0.01),
    high: close.map((price) => price + 0.5),
    low: close.map((price) => price - 0.25),
    close,
    volume: close.map((_, at) => 1_000_000 + at),
  };
  return BarsRecorded.create(data, Date.parse(`${sessions.at(-1) ?? ''}T23:00:00Z`));
}

export function listing(instrumentId: InstrumentId, number: number): NewEvent {
  const data = { instrumentId, symbol: `B${number}`, mic: 'XNAS', name: `Bench ${number}`, currency: 'USD' };
  return InstrumentListed.create(data, LISTED_AT);
}

/** Appends instruments with tapes of some sessions each, in deliveries of at most 2,500. */
export async function appendTapes(store: EventStore, instruments: number, sessions: readonly string[]): Promise<void> {
  for (let number = 0; number < instruments; number += 1) {
    const id = instrumentIdOf(number);
    const bars: NewEvent[] = [];
    for (let at = 0; at < sessions.length; at += SESSIONS_AN_EVENT) {
      bars.push(delivery(id, sessions.slice(at, at + SESSIONS_AN_EVENT), number));
    }
    const result = await store.append({
      streams: [
        { streamId: `instrument-${id}`, expectedVersion: 'none', events: [listing(id, number)] },
        { streamId: `bars-${id}`, expectedVersion: 'none', events: bars },
      ],
    });
    if (result.outcome !== 'appended') throw new Error(`${id}: ${result.outcome}`);
  }
}
