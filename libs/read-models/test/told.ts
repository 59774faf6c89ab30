import {
  AnnouncementMade,
  type AnnouncementRecord,
  BarsRecorded,
  BenchmarkAssigned,
  idOf,
  InstrumentListed,
  type InstrumentId,
  type NewEvent,
} from '@streakline/events';

export const ACME = idOf('ins', ['room', 'ACME']);
export const INDEX = idOf('ins', ['room', 'INDEX']);

/** Twelve sessions of January 2026; ACME falls on the 7th, 8th and 9th, rises on the 12th, and rests on the 13th. */
export const SESSIONS = ['02', '05', '06', '07', '08', '09', '12', '13', '14', '15', '16', '20'].map(
  (day) => `2026-01-${day}`,
);
export const CLOSES = [100, 101, 102, 100, 98, 95, 96, 96, 97, 98, 99, 100];

const KNOWN_AT = Date.parse('2026-01-21T00:00:00Z');

export function listing(instrumentId: InstrumentId, symbol: string, mic = 'XNAS'): NewEvent {
  return InstrumentListed.create({ instrumentId, symbol, mic, name: `${symbol} Inc`, currency: 'USD' }, KNOWN_AT);
}

export function benchmark(): NewEvent {
  return BenchmarkAssigned.create({ instrumentId: ACME, benchmarkId: INDEX, role: 'market' }, KNOWN_AT);
}

export function bars(instrumentId: InstrumentId, closes: readonly number[] = CLOSES): NewEvent {
  const data = {
    instrumentId,
    source: 'vendor',
    basisAsOf: null,
    sessions: SESSIONS.slice(0, closes.length),
    close: [...closes],
  };
  return BarsRecorded.create(data, KNOWN_AT);
}

export function announcement(name: string, others: Partial<AnnouncementRecord['original']> = {}): AnnouncementRecord {
  return {
    id: idOf('ann', ['external', 'wire', name]),
    source: 'wire',
    externalId: name,
    original: {
      kind: 'deal',
      headline: `Acme: ${name}`,
      moment: { at: '2026-01-12T13:00:00Z' },
      subjects: [
        { instrumentId: ACME, role: 'issuer' },
        { name: 'Private Ltd', role: 'counterparty' },
      ],
      amounts: [],
      sources: [],
      relations: [],
      ...others,
    },
    amendments: [],
  };
}

export function made(record: AnnouncementRecord): NewEvent {
  return AnnouncementMade.create({ announcement: record, formerInstruments: [] }, KNOWN_AT);
}
